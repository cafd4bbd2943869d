package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.internal.io.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the state machines in directories. */
final class DefinitionFiles {
    private static final Set<String> LEFT_OUT = Set.of("node_modules", "target", "build");
    private static final List<String> DEFINITIONS = List.of(".asl.json", ".asl.yaml", ".asl.yml", ".asl");
    private static final List<String> OTHERS =
            List.of(".json", ".yaml", ".yml", ".tf", ".tofu", ".template", ".tpl", ".tftpl");

    /** The tree of constructs that the CDK writes beside its templates, in which the definitions stand once more. */
    private static final Pattern CONSTRUCTS = Pattern.compile("\\{\\s*\"version\"\\s*:\\s*\"tree-");

    private final DefinitionOptions options;

    DefinitionFiles(DefinitionOptions options) {
        this.options = options;
    }

    /**
     * A state machine.
     *
     * @param logicalId which one of its template; null where the file is the definition itself
     */
    record Found(Path file, String name, @Nullable String logicalId) {

        /** The file as a test names it: absolute, so that no class-path resource hides it. */
        String resource() {
            return file.toString().replace('\\', '/');
        }
    }

    List<Found> in(List<String> paths) {
        List<Found> found = new ArrayList<>();
        Set<Path> named = new HashSet<>();
        for (String path : paths) {
            Path root = FileNames.path(path);
            if (root == null) {
                continue;
            }
            for (Path file : files(root)) {
                String name = (Files.isDirectory(root) ? root.relativize(file) : file)
                        .toString()
                        .replace('\\', '/');
                List<String> ids = StateMachine.logicalIds(file.toString());
                for (String id : ids) {
                    found.add(new Found(file, name + " " + id, id));
                    named.addAll(namedBy(file, id));
                }
                if (ids.isEmpty() && isDefinition(file)) {
                    found.add(new Found(file, name, null));
                }
            }
        }
        found.removeIf(machine -> machine.logicalId() == null
                && named.contains(machine.file().toAbsolutePath().normalize()));
        return found;
    }

    private static Set<Path> files(Path root) {
        Set<Path> files = new TreeSet<>();
        if (Files.isRegularFile(root)) {
            files.add(root);
        }
        if (!Files.isDirectory(root)) {
            return files;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    Path name = directory.getFileName();
                    boolean hidden = name != null
                            && name.toString().startsWith(".")
                            && name.toString().length() > 2;
                    boolean out = name != null && LEFT_OUT.contains(name.toString());
                    return !directory.equals(root) && (hidden || out)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (endsWith(file, OTHERS) || endsWith(file, DEFINITIONS)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The definitions in " + root + " cannot be read", unreadable);
        }
        return files;
    }

    private static boolean endsWith(Path file, List<String> endings) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    /** By its name, whatever is in it; a file with another name, by its content. */
    private static boolean isDefinition(Path file) {
        if (endsWith(file, DEFINITIONS)) {
            return true;
        }
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.contains("StartAt")
                    && text.contains("States")
                    && !CONSTRUCTS.matcher(text).lookingAt();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The definition " + file + " cannot be read", unreadable);
        }
    }

    /** The files that a template names as a definition. */
    private Set<Path> namedBy(Path template, String id) {
        Set<Path> named = new HashSet<>();
        StateMachine.validate(template.toString(), options.withLogicalId(id).withFiles(path -> {
            try {
                named.add(template.resolveSibling(path).toAbsolutePath().normalize());
            } catch (InvalidPathException notHere) {
                // An object in S3, say.
            }
            return null;
        }));
        return named;
    }
}
