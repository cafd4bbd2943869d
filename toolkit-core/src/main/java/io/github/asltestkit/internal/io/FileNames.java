package io.github.asltestkit.internal.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What users call files. */
public final class FileNames {
    private FileNames() {}

    /** The path of a file; null if no file can have that name, such as one with a NUL. */
    public static @Nullable Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException impossible) {
            return null;
        }
    }
}
