package io.github.asltestkit.commandline;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.report.Timeline;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one execution. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {"Runs an execution and prints its timeline, on a virtual clock: waiting takes no time.", ""},
        footer = {
            "",
            "Examples:",
            "  asl-testkit run order.asl.json --input '{\"total\": 5}' --answers answers.json",
            "  asl-testkit run order.asl.json --input order.json --mock-file mocks.json --test-case BusyBank",
            "  asl-testkit run template.yaml --logical-id OrderMachine --history > history.json",
            "",
            "Exit codes: 0 the execution succeeded, 1 it did not, or a call has no answer, 2 wrong use."
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DEFINITION", description = "A definition, or a template that holds one.")
    private String definition = "";

    @Option(names = "--input", paramLabel = "JSON|FILE", description = "The input; an empty object if nothing is said.")
    private String input = "{}";

    @Option(names = "--history", description = "Print the history instead, in the JSON of get-execution-history.")
    private boolean history;

    @Mixin
    private DefinitionArguments arguments = new DefinitionArguments();

    @Mixin
    private Answers answers = new Answers();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        StateMachine machine = StateMachine.load(definition, arguments.options());
        StateMachineHarness harness = StateMachineHarness.create(machine);
        answers.script(machine).accept(harness);
        Execution execution = harness.run(InputArgument.of(input));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (history) {
            out.println(execution.history().toJson());
        } else {
            out.print(Timeline.of(execution.history(), machine.definition()));
            if (execution.output() != null) {
                out.println();
                out.println("output: " + execution.output());
            }
        }
        String unused = harness.unused();
        if (unused != null) {
            spec.commandLine().getErr().println(unused.stripTrailing());
        }
        return execution.status() == ExecutionStatus.SUCCEEDED ? AslTestkit.OK : AslTestkit.FOUND;
    }
}
