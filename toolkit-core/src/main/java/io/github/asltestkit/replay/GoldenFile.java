package io.github.asltestkit.replay;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.internal.message.Facts;
import io.github.asltestkit.internal.message.FirstDifference;
import io.github.asltestkit.internal.message.SideBySide;
import io.github.asltestkit.internal.message.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A text that was approved once and is compared ever after: the path of an execution, or its whole history. The file
 * changes only when the system property {@value #UPDATE} is {@code true}, never by itself.
 *
 * @param file the file; its folder need not exist
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record GoldenFile(Path file) {
    /** The system property that lets files be written. */
    public static final String UPDATE = "asl.testkit.golden.update";

    private static final int LINES_BEFORE = 3;
    private static final int LINES_AFTER = 2;
    private static final List<String> SOURCES = List.of("src/test/resources", "src/main/resources", "");

    /**
     * The file of the path of an execution: {@code order.happy.path.txt} beside {@code order.asl.json}.
     *
     * @param definition the definition that ran
     * @param name what tells it from other approved executions of the definition
     */
    public static GoldenFile ofPath(Definition definition, String name) {
        return beside(definition, name + ".path.txt");
    }

    /** The file of the history of an execution: {@code order.happy.history.json} beside {@code order.asl.json}. */
    public static GoldenFile ofHistory(Definition definition, String name) {
        return beside(definition, name + ".history.json");
    }

    /**
     * Where the definition's source is, seen from the working directory: not the copy of it that the build made. A
     * definition that is no file of the project has its files in {@code src/test/resources}.
     */
    private static GoldenFile beside(Definition definition, String ending) {
        Path source = Path.of(definition.locate("").source());
        Path folder = SOURCES.stream()
                .map(root -> Path.of(root).resolve(source))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of(SOURCES.get(0)).resolve(source));
        String base = String.valueOf(folder.getFileName()).replaceFirst("(?:\\.asl)?\\.(?:json|ya?ml)$", "");
        return new GoldenFile(folder.resolveSibling(base + "." + ending));
    }

    /** What is wrong with the path of an execution, as {@link #problem(String)} says it; null where nothing is. */
    public @Nullable String problemOfPath(ExecutionInspection execution) {
        return problem(PathText.of(execution));
    }

    /** What is wrong with the history of an execution, as {@link #problem(String)} says it; null where nothing is. */
    public @Nullable String problemOfHistory(ExecutionHistory history) {
        return problem(history.toJson());
    }

    /**
     * Holds a text against the file, or writes it where the property says so.
     *
     * @param text what is there now
     * @throws AssertionError with the {@link #problem(String)}
     * @throws UncheckedIOException if the file cannot be read or written
     */
    public void verify(String text) {
        String problem = problem(text);
        if (problem != null) {
            throw new AssertionError(problem);
        }
    }

    /**
     * Holds a text against the file, or writes it where the property says so.
     *
     * @param text what is there now
     * @return that there is no such file, or that it says something else, with the first difference and what to do; null
     *     where it says the same
     * @throws UncheckedIOException if the file cannot be read or written
     */
    public @Nullable String problem(String text) {
        String now = text.endsWith("\n") ? text : text + "\n";
        if (Boolean.getBoolean(UPDATE)) {
            write(now);
            return null;
        }
        String approved = read();
        if (approved == null) {
            return "There is no approved file to compare with.\n\n"
                    + new Facts()
                            .whole("file", file.toString())
                            .cut("would be", Text.cut(firstLine(now), 90))
                            .text()
                    + "\n  Look at what the execution did; if it is right, write the file with -D" + UPDATE + "=true.";
        }
        return approved.equals(now)
                ? null
                : differs(approved.lines().toList(), now.lines().toList());
    }

    private String differs(List<String> approved, List<String> now) {
        int at = Math.max(0, FirstDifference.index(approved, now));
        SideBySide table = new SideBySide("approved", "now");
        int from = Math.max(0, at - LINES_BEFORE);
        if (from > 0) {
            table.row("...", "...");
        }
        for (int i = from; i <= Math.min(at + LINES_AFTER, Math.max(approved.size(), now.size()) - 1); i++) {
            table.row(line(approved, i), line(now, i), i == at ? "line " + (at + 1) : "");
        }
        return "The execution is not what was approved in " + file.getFileName() + ".\n\n" + table.text() + "\n"
                + new Facts().whole("file", file.toString()).text()
                + "\n  If the change is meant, write the file again with -D" + UPDATE
                + "=true, and review its difference.";
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index).stripTrailing() : "(end)";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private @Nullable String read() {
        try {
            return Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The approved file " + file + " cannot be read", unreadable);
        }
    }

    private void write(String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The approved file " + file + " cannot be written", unwritable);
        }
    }
}
