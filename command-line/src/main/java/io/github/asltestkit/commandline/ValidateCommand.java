package io.github.asltestkit.commandline;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.ValidationResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks definitions. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Checks definitions: what AWS refuses is an error, what it takes and you would regret is a warning.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  asl-testkit validate order.asl.json",
            "  asl-testkit validate --strict statemachines/*.asl.yaml",
            "  asl-testkit validate template.yaml --logical-id OrderMachine",
            "",
            "Exit codes: 0 no problem, 1 errors (with --strict warnings too), 2 wrong use."
        })
final class ValidateCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "DEFINITION", description = "Definitions, or templates that hold some.")
    private List<String> definitions = new ArrayList<>();

    @Option(names = "--strict", description = "Warnings make the exit code 1 as well.")
    private boolean strict;

    @Mixin
    private DefinitionArguments arguments = new DefinitionArguments();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        boolean found = false;
        for (String definition : definitions) {
            ValidationResult result = StateMachine.validate(definition, arguments.options());
            long errors = result.diagnostics().stream()
                    .filter(problem -> problem.isError())
                    .count();
            long warnings = result.diagnostics().size() - errors;
            out.println(definition + ": " + counted(errors, "error") + ", " + counted(warnings, "warning"));
            if (!result.diagnostics().isEmpty()) {
                out.println();
                out.println(result.text().stripTrailing());
                out.println();
            }
            found |= errors > 0 || (strict && warnings > 0);
        }
        return found ? AslTestkit.FOUND : AslTestkit.OK;
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
