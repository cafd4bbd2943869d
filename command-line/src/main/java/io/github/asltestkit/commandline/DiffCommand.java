package io.github.asltestkit.commandline;

import io.github.asltestkit.BehaviourComparison;
import io.github.asltestkit.BehaviourDiff;
import io.github.asltestkit.StateMachine;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a change of a definition changes. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Shows with which inputs, answers and failures a new definition behaves differently.",
            "",
            "Each difference has its smallest example. Inputs and answers that you do not give are made up from what the",
            "definitions read.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  git show main:order.asl.json > old.asl.json && asl-testkit diff old.asl.json order.asl.json",
            "  asl-testkit diff old.asl.json order.asl.json --input order.json --recordings recordings/order",
            "  asl-testkit diff old.asl.json order.asl.json --rename ChargeCard=Charge",
            "  asl-testkit diff old.asl.json order.asl.json --markdown > comment.md",
            "",
            "Exit codes: 0 no difference, 1 differences, 2 wrong use."
        })
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "The old definition, or a template that holds it.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The new definition, or a template that holds it.")
    private String current = "";

    @Option(
            names = "--input",
            paramLabel = "JSON|FILE",
            description = "An input to compare with, beside those that are made up. May be repeated.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--recordings",
            paramLabel = "FOLDER",
            description = "Histories of get-execution-history: their inputs and answers are compared with as well.")
    private @Nullable String recordings;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "A state has another name in the new definition. May be repeated.")
    private Map<String, String> renamed = new LinkedHashMap<>();

    @Option(
            names = "--failures",
            paramLabel = "N",
            description = "How many calls of one scenario may go wrong; 1 if nothing is said.")
    private int failures = 1;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many scenarios; 1,000 if nothing is said.")
    private int limit = 1_000;

    @Option(names = "--markdown", description = "Print Markdown, for a comment on a pull request.")
    private boolean markdown;

    @Mixin
    private DefinitionArguments arguments = new DefinitionArguments();

    @Mixin
    private Answers answers = new Answers();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        StateMachine before = StateMachine.load(old, arguments.options());
        StateMachine after = StateMachine.load(current, arguments.options());
        Answers.Script script = answers.script(before, after);
        BehaviourComparison comparison = BehaviourDiff.between(before, after)
                .answeredBy(script::accept)
                .failures(failures)
                .limit(limit);
        for (String input : inputs) {
            comparison = comparison.withInput(InputArgument.of(input));
        }
        if (recordings != null) {
            comparison = comparison.withRecordings(recordings);
        }
        for (Map.Entry<String, String> names : renamed.entrySet()) {
            comparison = comparison.renamed(names.getKey(), names.getValue());
        }
        BehaviourDiff diff = comparison.compare();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(markdown ? diff.markdown() : diff.toString());
        return diff.hasDifference() ? AslTestkit.FOUND : AslTestkit.OK;
    }
}
