package io.github.asltestkit;

import io.github.asltestkit.definition.DefinitionOptions.RelatedFiles;
import io.github.asltestkit.internal.io.ClassPath;
import io.github.asltestkit.internal.io.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file or a folder on the class path, else in the file system; looked up once, as every look goes through all of the class
 * path.
 *
 * @param name what was asked for
 * @param url where it is on the class path; null if it is not there
 * @param folder the folder, if it is one of the file system or of the class path and not in a jar; null for all else
 */
record DefinitionResource(
        String name, @Nullable URL url, @Nullable Path folder) {

    /** Looks for a file or a folder. */
    static DefinitionResource find(String resource) {
        URL url = resource.isEmpty() ? null : ClassPath.loader().getResource(ClassPath.relative(resource));
        return new DefinitionResource(resource, url, folder(resource, url));
    }

    private static @Nullable Path folder(String resource, @Nullable URL url) {
        try {
            Path path = url == null || !url.getProtocol().equals("file")
                    ? Path.of(resource)
                    : Path.of(new URI(url.getProtocol(), null, url.getPath(), null));
            return Files.isDirectory(path) ? path : null;
        } catch (URISyntaxException | IllegalArgumentException noFolder) {
            return null;
        }
    }

    /** The text of a file; null if there is no such file. */
    @Nullable
    String text() throws IOException {
        if (folder != null) {
            return null;
        }
        byte[] bytes = url == null ? null : ClassPath.find(ClassPath.loader(), name);
        if (bytes != null) {
            return decoded(bytes);
        }
        Path file = FileNames.path(name);
        return file != null && Files.isRegularFile(file) ? decoded(Files.readAllBytes(file)) : null;
    }

    /** The text of a resource or a file; null if there is neither. */
    static @Nullable String read(String resource) throws IOException {
        return find(resource).text();
    }

    /** The names of the files in a folder, sorted; empty if there is no such folder. */
    static List<String> list(String resource) {
        Path folder = find(resource.isEmpty() ? "." : resource).folder();
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder " + resource + " cannot be read", unreadable);
        }
    }

    /** The files around a file, by their paths from it, after those that another has. */
    static RelatedFiles beside(String file, RelatedFiles first) {
        return new RelatedFiles() {
            @Override
            public @Nullable String read(String path) {
                String given = first.read(path);
                try {
                    return given != null ? given : DefinitionResource.read(resolved(path));
                } catch (IOException | UncheckedIOException | InvalidPathException unreadable) {
                    return null;
                }
            }

            @Override
            public List<String> list(String folder) {
                List<String> given = first.list(folder);
                try {
                    return given.isEmpty() ? DefinitionResource.list(resolved(folder)) : given;
                } catch (InvalidPathException noFolder) {
                    return List.of();
                }
            }

            private String resolved(String path) {
                return Path.of(file).resolveSibling(path).normalize().toString().replace('\\', '/');
            }
        };
    }

    /** UTF-8, or UTF-16 if a byte order mark says so; what is neither becomes a replacement character. */
    private static String decoded(byte[] bytes) {
        boolean big = bytes.length > 1 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff;
        boolean little = bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe;
        return new String(bytes, big || little ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }
}
