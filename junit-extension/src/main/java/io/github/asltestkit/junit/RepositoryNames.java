package io.github.asltestkit.junit;

import io.github.asltestkit.report.DefinitionNames;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How definitions are named in files that other machines read: without the folders of this one, and with the path of
 * their file from the root of the repository, as the tools that show coverage expect it.
 */
final class RepositoryNames {
    private static final List<String> ROOTS = List.of(".git", ".hg", ".svn");
    private static final List<String> FOLDERS = List.of(
            "", "src/main/resources", "src/test/resources", "src/integrationTest/resources", "src/it/resources");

    private final Path module;
    private final Path root;

    private RepositoryNames(Path module) {
        this.module = module;
        this.root = root(module);
    }

    static DefinitionNames of() {
        return in(Path.of("").toAbsolutePath());
    }

    static DefinitionNames in(Path module) {
        RepositoryNames names = new RepositoryNames(module);
        return new DefinitionNames(names::name, names::file);
    }

    /** The module's folder from the root of the repository; empty for the root itself. */
    static String module() {
        RepositoryNames names = new RepositoryNames(Path.of("").toAbsolutePath());
        return names.fromRoot(names.module);
    }

    private static Path root(Path module) {
        for (Path folder = module; folder != null; folder = folder.getParent()) {
            Path at = folder;
            if (ROOTS.stream().anyMatch(mark -> Files.exists(at.resolve(mark)))) {
                return folder;
            }
        }
        return module;
    }

    private String name(String source) {
        Path path = path(source);
        if (path != null && path.isAbsolute() && Files.exists(path)) {
            return path.startsWith(root) ? fromRoot(path) : String.valueOf(path.getFileName());
        }
        String plain = source.replace('\\', '/');
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    private String file(String source) {
        String name = name(source);
        for (String folder : FOLDERS) {
            Path file = path(folder);
            Path relative = path(name);
            if (file != null && relative != null) {
                Path candidate = module.resolve(file).resolve(relative).normalize();
                if (Files.isRegularFile(candidate) && candidate.startsWith(root)) {
                    return fromRoot(candidate);
                }
            }
        }
        return name;
    }

    private String fromRoot(Path path) {
        return root.relativize(path.normalize()).toString().replace('\\', '/');
    }

    private static @Nullable Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException noPath) {
            return null;
        }
    }
}
