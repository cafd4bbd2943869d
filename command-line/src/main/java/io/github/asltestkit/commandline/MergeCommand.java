package io.github.asltestkit.commandline;

import io.github.asltestkit.report.MergeRuns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Joins the reports of several JVMs. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {"Joins the files of runs (*.runs.jsonl) of several JVMs and machines into one report.", ""},
        footer = {
            "",
            "Examples:",
            "  asl-testkit merge --out report shard-1 shard-2",
            "  asl-testkit merge --minimum 80 --minimum order.asl.json=95 target/asl-testkit-report",
            "",
            "Exit codes: 0 the report is written, 1 the coverage or the score falls short, 2 wrong use."
        })
final class MergeCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE_OR_FOLDER",
            description = "Files of runs, and folders of such files.")
    private List<String> from = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where the report goes; asl-testkit-report if nothing is said.")
    private @Nullable String out;

    @Option(
            names = "--minimum",
            paramLabel = "[NAME=]PERCENT",
            description = "Fail if less of all definitions, or of the named one, is covered. May be repeated.")
    private List<String> minimums = new ArrayList<>();

    @Option(
            names = "--minimum-score",
            paramLabel = "[NAME=]PERCENT",
            description =
                    "Fail if fewer mutants of all definitions, or of the named one, are noticed. May be repeated.")
    private List<String> scores = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<String> all = new ArrayList<>();
        if (out != null) {
            all.addAll(List.of("--out", out));
        }
        minimums.forEach(minimum -> all.addAll(List.of("--minimum", minimum)));
        scores.forEach(score -> all.addAll(List.of("--minimum-score", score)));
        all.addAll(from);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = MergeRuns.run(
                all,
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        Objects.requireNonNull(spec).commandLine().getOut().print(output.toString(StandardCharsets.UTF_8));
        spec.commandLine().getErr().print(errors.toString(StandardCharsets.UTF_8));
        return code;
    }
}
