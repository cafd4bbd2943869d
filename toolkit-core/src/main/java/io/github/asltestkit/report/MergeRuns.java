package io.github.asltestkit.report;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.coverage.CoverageFormat;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.coverage.MinimumCoverage;
import io.github.asltestkit.mutation.DefinitionMutation;
import io.github.asltestkit.mutation.MinimumScore;
import io.github.asltestkit.mutation.MutationScore;
import io.github.asltestkit.mutation.MutationTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The merge step as a command: joins the files of runs of any number of JVMs, modules and machines into one report, and
 * fails where the coverage is less than a minimum.
 *
 * <pre>{@code
 * java -cp ... io.github.asltestkit.report.MergeRuns --out report --minimum 80 shard-1 shard-2
 * }</pre>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class MergeRuns {
    private static final String USAGE = """
            Joins the files of runs (*.runs.jsonl) of any number of JVMs, modules and machines into one report.

              java -cp CLASSPATH io.github.asltestkit.report.MergeRuns [options] FILE_OR_FOLDER...

              --out FOLDER              where the report goes; default: asl-testkit-report
              --minimum PERCENT         fail where all definitions together are covered by less
              --minimum NAME=PERCENT    fail where the definition of that name is covered by less; may be repeated
              --minimum-score PERCENT   fail if fewer of the mutants of all definitions are noticed; NAME=PERCENT as above
            """;

    private final List<Path> inputs = new ArrayList<>();
    private final Map<String, MinimumCoverage> minimums = new LinkedHashMap<>();
    private Path out = Path.of("asl-testkit-report");

    private @Nullable MinimumCoverage total;

    /** By the name of a definition; empty for all together. */
    private final Map<String, MinimumScore> scores = new LinkedHashMap<>();

    private MergeRuns() {}

    /**
     * Runs the command; the exit code is 0, 1 where the coverage falls short, 2 where the arguments are wrong.
     *
     * @param arguments options and the files and folders of runs; wrong ones print what there is
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        int code = run(List.of(arguments), System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /**
     * As {@link #main}, without ending the JVM.
     *
     * @return the exit code
     * @throws IOException if a file cannot be read or written
     */
    public static int run(List<String> arguments, PrintStream output, PrintStream errors) throws IOException {
        MergeRuns merge = new MergeRuns();
        String problem = merge.read(arguments);
        if (problem != null) {
            errors.println(problem + "\n\n" + USAGE);
            return 2;
        }
        return merge.merge(output, errors);
    }

    private @Nullable String read(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean option = argument.startsWith("--");
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : null;
            if (!option) {
                inputs.add(Path.of(argument));
            } else if (value == null) {
                return argument + " lacks its value.";
            } else if (argument.equals("--out")) {
                out = Path.of(value);
                i++;
            } else if (argument.equals("--minimum-score")) {
                String wrong = minimumScore(value);
                if (wrong != null) {
                    return wrong;
                }
                i++;
            } else if (argument.equals("--minimum")) {
                String wrong = minimum(value);
                if (wrong != null) {
                    return wrong;
                }
                i++;
            } else {
                return "There is no option " + argument + ".";
            }
        }
        for (Path input : inputs) {
            if (!Files.exists(input)) {
                return "There is no file or folder " + input + ".";
            }
        }
        return inputs.isEmpty() ? "No file or folder is named." : null;
    }

    private @Nullable String minimum(String value) {
        int equals = value.lastIndexOf('=');
        try {
            MinimumCoverage minimum =
                    new MinimumCoverage(Double.parseDouble(value.substring(equals + 1)), "--minimum " + value);
            if (equals < 0) {
                total = minimum;
            } else {
                minimums.put(value.substring(0, equals), minimum);
            }
            return null;
        } catch (IllegalArgumentException noPercentage) {
            return "--minimum " + value + " is not a percentage from 0 to 100.";
        }
    }

    private @Nullable String minimumScore(String value) {
        int equals = value.lastIndexOf('=');
        try {
            scores.put(
                    value.substring(0, Math.max(0, equals)),
                    new MinimumScore(Double.parseDouble(value.substring(equals + 1)), "--minimum-score " + value));
            return null;
        } catch (IllegalArgumentException noPercentage) {
            return "--minimum-score " + value + " is no percentage from 0 to 100.";
        }
    }

    private int merge(PrintStream output, PrintStream errors) throws IOException {
        RunReport report = RunReport.read(inputs);
        report.write(out);
        output.print(CoverageFormat.TABLE.text(report.coverage()));
        if (!report.mutation().isEmpty()) {
            output.print("\n" + MutationTable.text(report.mutation()));
        }
        output.println("\n" + report.size() + " tests, report: " + out.resolve("index.html"));
        List<String> shortfalls = new ArrayList<>();
        add(shortfalls, total == null ? null : total.shortfall(report.coverage()));
        minimums.forEach((name, minimum) -> {
            boolean found = false;
            for (DefinitionCoverage definition : report.coverage().definitions()) {
                if (definition.outline().name().equals(name)
                        || definition.outline().file().equals(name)) {
                    found = true;
                    add(shortfalls, minimum.shortfall(definition));
                }
            }
            if (!found) {
                shortfalls.add("No test executes " + name + ", for which " + minimum.askedBy() + " asks.");
            }
        });
        scores.forEach((name, minimum) -> judge(name, minimum, report.mutation(), shortfalls));
        shortfalls.forEach(shortfall -> errors.println("\n" + shortfall));
        return shortfalls.isEmpty() ? 0 : 1;
    }

    private static void judge(String name, MinimumScore minimum, MutationScore score, List<String> shortfalls) {
        List<DefinitionMutation> meant = score.definitions().stream()
                .filter(definition -> name.isEmpty()
                        || definition.outline().name().equals(name)
                        || definition.outline().file().equals(name))
                .toList();
        if (meant.isEmpty()) {
            shortfalls.add("No test was run with mutants" + (name.isEmpty() ? "" : " of " + name) + ", for which "
                    + minimum.askedBy() + " asks.");
        } else {
            add(shortfalls, minimum.shortfall(new MutationScore(meant)));
        }
    }

    private static void add(List<String> shortfalls, @Nullable String shortfall) {
        if (shortfall != null) {
            shortfalls.add(shortfall);
        }
    }
}
