package io.github.asltestkit.commandline;

import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.integration.UnmockedCallException;
import io.github.asltestkit.mock.MockException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The command {@code asl-testkit}. */
@Command(
        name = "asl-testkit",
        mixinStandardHelpOptions = true,
        versionProvider = AslTestkit.Version.class,
        description = {
            "Runs, checks and compares definitions of AWS Step Functions, in process: nothing is deployed, nothing waits.",
            ""
        },
        subcommands = {
            RunCommand.class,
            ValidateCommand.class,
            ExploreCommand.class,
            DiffCommand.class,
            MergeCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Try:",
            "  asl-testkit validate order.asl.json",
            "  asl-testkit run order.asl.json --input '{\"total\": 5}' --answers answers.json",
            "  asl-testkit diff order.main.asl.json order.asl.json",
            "",
            "Exit codes: 0 all is well, 1 problems or differences were found, 2 the command was used wrongly.",
            "'asl-testkit COMMAND --help' has examples of each command."
        })
public final class AslTestkit implements Runnable {
    /** All is well. */
    static final int OK = 0;

    /** Problems or differences were found. */
    static final int FOUND = 1;

    /** The command was used wrongly. */
    static final int WRONG_USE = 2;

    private static final int WIDTH = 110;

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = AslTestkit.class.getPackage().getImplementationVersion();
            return new String[] {"asl-testkit " + Objects.requireNonNullElse(version, "(not built as a jar)")};
        }
    }

    /**
     * Runs a command, and ends the JVM with its exit code.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** As {@link #main}, without ending the JVM. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new AslTestkit())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExecutionExceptionHandler(AslTestkit::failed)
                .execute(arguments);
    }

    private static int failed(Exception problem, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        String message = String.valueOf(problem.getMessage()).stripTrailing();
        if (problem instanceof InvalidDefinitionException
                || problem instanceof UnmockedCallException
                || problem instanceof MockException
                || problem instanceof StepFunctionsException) {
            command.getErr().println(message);
            return FOUND;
        }
        if (problem instanceof IllegalArgumentException || problem instanceof UncheckedIOException) {
            command.getErr().println(message);
            command.getErr().println();
            command.getErr().println("'" + command.getCommandSpec().qualifiedName() + " --help' has examples.");
            return WRONG_USE;
        }
        throw problem;
    }

    /** Without a command, it says which there are. */
    @Override
    public void run() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        throw new CommandLine.ParameterException(command, "Say a command.");
    }
}
