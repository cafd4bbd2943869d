package io.github.asltestkit.junit;

import io.github.asltestkit.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Warnings that somebody approved once: a file with a line for each, {@code definition <tab> pointer <tab> code}, sorted. A lint
 * fails for warnings that are not in it.
 */
final class WarningBaseline {
    private final Path file;

    WarningBaseline(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** The warnings of a definition that nobody has approved. */
    synchronized List<Diagnostic> unapproved(String definition, List<Diagnostic> warnings) {
        Set<String> approved = read();
        return warnings.stream()
                .filter(warning -> !approved.contains(line(definition, warning)))
                .toList();
    }

    /** The lines of a definition whose warning is gone. */
    synchronized List<String> outdated(String definition, List<Diagnostic> warnings) {
        Set<String> lines = new TreeSet<>();
        read().stream().filter(line -> isOf(line, definition)).forEach(lines::add);
        warnings.forEach(warning -> lines.remove(line(definition, warning)));
        return List.copyOf(lines);
    }

    /** Writes the warnings of a definition in place of those that were approved before. */
    synchronized void approve(String definition, List<Diagnostic> warnings) {
        Set<String> lines = read();
        lines.removeIf(line -> isOf(line, definition));
        warnings.forEach(warning -> lines.add(line(definition, warning)));
        List<String> text = new ArrayList<>(lines);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text.isEmpty() ? "" : String.join("\n", text) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The approved warnings cannot be written to " + file, unwritable);
        }
    }

    private Set<String> read() {
        try {
            return Files.isRegularFile(file) ? new TreeSet<>(Files.readAllLines(file)) : new TreeSet<>();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The approved warnings in " + file + " cannot be read", unreadable);
        }
    }

    private static boolean isOf(String line, String definition) {
        return line.startsWith(definition + "\t");
    }

    private static String line(String definition, Diagnostic warning) {
        return definition + "\t" + warning.location().pointer() + "\t" + warning.code();
    }
}
