package io.github.asltestkit.conformance;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the recordings and the measured cases are: the properties {@code conformance.cases} and {@code measured.cases},
 * else {@code ../shared} beside the repository.
 */
final class CaseFolder {
    private static final String PROPERTY = "conformance.cases";
    private static final String MEASURED = "measured.cases";

    private CaseFolder() {}

    static boolean isGiven() {
        return isGiven(PROPERTY);
    }

    static Path find() {
        return find(PROPERTY, "conformance/cases");
    }

    static boolean isMeasuredGiven() {
        return isGiven(MEASURED);
    }

    static Path measured() {
        return find(MEASURED, "measured");
    }

    private static boolean isGiven(String property) {
        String given = System.getProperty(property);
        return given != null && !given.isBlank();
    }

    private static Path find(String property, String folder) {
        if (isGiven(property)) {
            return root().resolve(System.getProperty(property)).normalize();
        }
        String shared = System.getProperty("shared.dir", "");
        return (shared.isBlank() ? root().resolve("../shared") : root().resolve(shared))
                .resolve(folder)
                .normalize();
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
