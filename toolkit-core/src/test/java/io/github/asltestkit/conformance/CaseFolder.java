package io.github.asltestkit.conformance;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the recordings are: the property {@code conformance.cases}, else {@code ../shared} beside the repository. */
final class CaseFolder {
    private static final String PROPERTY = "conformance.cases";

    private CaseFolder() {}

    static boolean isGiven() {
        String given = System.getProperty(PROPERTY);
        return given != null && !given.isBlank();
    }

    static Path find() {
        if (isGiven()) {
            return root().resolve(System.getProperty(PROPERTY)).normalize();
        }
        String shared = System.getProperty("shared.dir", "");
        Path folder = shared.isBlank() ? root().resolve("../shared") : root().resolve(shared);
        return folder.resolve("conformance/cases").normalize();
    }

    /** The repository's root. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static Path module() {
        return root().resolve("toolkit-core");
    }
}
