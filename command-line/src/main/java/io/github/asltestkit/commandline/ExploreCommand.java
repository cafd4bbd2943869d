package io.github.asltestkit.commandline;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets each call go wrong in each way. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description = {
            "Runs one script with each fault that AWS could give each call, and shows how the executions end.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  asl-testkit explore order.asl.json --input order.json --answers answers.json",
            "  asl-testkit explore order.asl.json --answers answers.json --failures 2 --lost-responses",
            "",
            "Exit codes: 0 nothing was found, 1 a run waits for the quota of the service, or leaves a job or a task token",
            "behind, 2 wrong use."
        })
final class ExploreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DEFINITION", description = "A definition, or a template that holds one.")
    private String definition = "";

    @Option(names = "--input", paramLabel = "JSON|FILE", description = "The input; an empty object if nothing is said.")
    private String input = "{}";

    @Option(
            names = "--failures",
            paramLabel = "N",
            description = "Up to so many faults in one run; 1 if nothing is said.")
    private int failures = 1;

    @Option(names = "--lost-responses", description = "A call may have its effect, and its response be lost.")
    private boolean lostResponses;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many runs; 10,000 if nothing is said.")
    private int limit = 10_000;

    @Mixin
    private DefinitionArguments arguments = new DefinitionArguments();

    @Mixin
    private Answers answers = new Answers();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        StateMachine machine = StateMachine.load(definition, arguments.options());
        Answers.Script script = answers.script(machine);
        Exploration exploration = StateMachineHarness.create(machine)
                .explore(InputArgument.of(input), script::accept)
                .failures(failures)
                .limit(limit);
        ExplorationResult result = (lostResponses ? exploration.lostResponses() : exploration).result();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(result.table());
        boolean found =
                show(out, result, "waits until the quota of the service ends it", ExploredRun::waitsForTheQuota);
        found |= show(
                out,
                result,
                "leaves a job running",
                run -> !run.jobsLeftRunning().isEmpty());
        found |= show(
                out,
                result,
                "leaves a worker with a task token",
                run -> !run.tokensLeftWaiting().isEmpty() && !run.waitsForTheQuota());
        return found ? AslTestkit.FOUND : AslTestkit.OK;
    }

    private static boolean show(
            PrintWriter out, ExplorationResult result, String what, Predicate<ExploredRun> isProblem) {
        long runs = result.runs().stream().filter(isProblem).count();
        if (runs == 0) {
            return false;
        }
        ExploredRun first = result.runs().stream().filter(isProblem).findFirst().orElseThrow();
        out.println();
        out.println((runs == 1 ? "1 run " : runs + " runs, the first of which ") + what + ":");
        first.plan().descriptions().forEach(line -> out.println("  " + line));
        if (first.plan().descriptions().isEmpty()) {
            out.println("  no fault");
        }
        return true;
    }
}
