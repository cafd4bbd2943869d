package io.github.asltestkit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of recordings and definitions beside the project; a test that needs it skips itself where it is absent. */
public final class Shared {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Shared() {}

    public static Path folder(String name) {
        Path folder = find().resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no folder " + folder);
        return folder;
    }

    /** {@code -Dcorpus.dir}, else {@code ../shared/corpus}. */
    static Path corpus() {
        String given = System.getProperty("corpus.dir");
        if (given == null || given.isBlank()) {
            return folder("corpus");
        }
        Path folder = Path.of(given).toAbsolutePath();
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no folder " + folder);
        return folder;
    }

    private static Path find() {
        String given = System.getProperty("shared.dir");
        if (given != null) {
            return Path.of(given);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolveSibling("shared"))) {
                return at.resolveSibling("shared");
            }
        }
        return here.resolveSibling("shared");
    }

    public static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
