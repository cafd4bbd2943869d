package io.github.asltestkit.junit;

import io.github.asltestkit.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The names of the files in the folder of runs. A file has another name until its JVM is done with it, so that nobody reads
 * half of it.
 */
final class RunsFile {
    private static final String UNFINISHED = RunReport.RUN_FILE + ".part";
    private static final String MINIMUMS = ".minimums";

    private RunsFile() {}

    /** One that no other class loader and no other JVM writes: two sources of chance of one JVM are never alike. */
    static Path unfinished(Path folder) {
        return folder.resolve(ThisJvm.mark() + Long.toHexString(new Random().nextLong()) + UNFINISHED);
    }

    /** Where the tests that write a file leave the minimums that were said to them. */
    static Path minimums(Path unfinished) {
        return unfinished.resolveSibling(unfinished.getFileName() + MINIMUMS);
    }

    static List<Path> unfinishedIn(Path folder) throws IOException {
        return in(folder, UNFINISHED);
    }

    static List<Path> finishedIn(Path folder) throws IOException {
        return in(folder, RunReport.RUN_FILE);
    }

    private static List<Path> in(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** Gives a file the name by which it is read. */
    static void finish(Path unfinished) throws IOException {
        if (Files.size(unfinished) == 0) {
            Files.delete(unfinished);
            return;
        }
        String name = String.valueOf(unfinished.getFileName());
        String finished = name.substring(0, name.length() - UNFINISHED.length()) + RunReport.RUN_FILE;
        Files.move(unfinished, unfinished.resolveSibling(finished));
    }
}
