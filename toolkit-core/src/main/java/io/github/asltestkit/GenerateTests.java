package io.github.asltestkit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.generate.GeneratedTests;
import io.github.asltestkit.internal.json.JsonText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Generates a first test class for a definition, as a command.
 *
 * <pre>{@code
 * java -cp ... io.github.asltestkit.GenerateTests --into src/test/java --class com.example.OrderPathsTest order.asl.json
 * }</pre>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class GenerateTests {
    private static final String USAGE = """
            Generates tests for a definition: of each state, rule, Retrier and Catcher that an execution can take.

              java -cp CLASSPATH io.github.asltestkit.GenerateTests [options] DEFINITION

              --into FOLDER         the folder of sources to write to, such as src/test/java; without it, nothing is written
              --class NAME          the full name of the class, such as com.example.OrderPathsTest; needed with --into
              --value NAME=VALUE    the value of a placeholder such as ${TableName}, as JSON or text; may be repeated
              --logical-id ID       which state machine, if the file is a template that holds several
              --input JSON          the input to begin from
            """;

    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private @Nullable String into;
    private @Nullable String className;
    private @Nullable String logicalId;
    private @Nullable String input;
    private @Nullable String definition;

    private GenerateTests() {}

    /**
     * Runs the command; the exit code is 0, 1 if the definition is invalid or the class cannot be written, 2 if the arguments are
     * wrong.
     *
     * @param arguments options and the definition; wrong ones print what there is
     */
    public static void main(String[] arguments) {
        int code = run(List.of(arguments), System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /**
     * As {@link #main}, without ending the JVM.
     *
     * @return the exit code
     */
    public static int run(List<String> arguments, PrintStream output, PrintStream errors) {
        GenerateTests command = new GenerateTests();
        String problem = command.read(arguments);
        if (problem != null) {
            errors.println(problem + "\n\n" + USAGE);
            return 2;
        }
        try {
            command.generate(output);
            return 0;
        } catch (InvalidDefinitionException | IllegalStateException | IllegalArgumentException refused) {
            errors.println(refused.getMessage());
            return 1;
        }
    }

    private @Nullable String read(List<String> arguments) {
        for (Iterator<String> left = arguments.iterator(); left.hasNext(); ) {
            String argument = left.next();
            if (argument.startsWith("--")) {
                String problem = left.hasNext() ? option(argument, left.next()) : argument + " needs a value";
                if (problem != null) {
                    return problem;
                }
            } else if (definition != null) {
                return "There are two definitions, " + definition + " and " + argument;
            } else {
                definition = argument;
            }
        }
        if (definition == null) {
            return "There is no definition";
        }
        return (into == null) == (className == null) ? null : "--into and --class need one another";
    }

    private @Nullable String option(String name, String value) {
        switch (name) {
            case "--into" -> into = value;
            case "--class" -> className = value;
            case "--logical-id" -> logicalId = value;
            case "--input" -> input = value;
            case "--value" -> {
                int equals = value.indexOf('=');
                if (equals <= 0) {
                    return "--value " + value + " has no name: write Name=value";
                }
                JsonNode json = JsonText.tryParse(value.substring(equals + 1));
                values.put(
                        value.substring(0, equals),
                        json == null ? TextNode.valueOf(value.substring(equals + 1)) : json);
            }
            default -> {
                return "There is no option " + name;
            }
        }
        return null;
    }

    private void generate(PrintStream output) {
        StateMachine machine = StateMachine.load(
                String.valueOf(definition),
                DefinitionOptions.defaults().withLogicalId(logicalId).withSubstitutions(values));
        TestGenerator generator = TestGenerator.of(machine).annotatedWith(annotation());
        GeneratedTests found =
                input == null ? generator.find() : generator.startingFrom(input).find();
        output.print(found.summary());
        if (into != null && className != null) {
            boolean written = found.writeAnywayTo(Path.of(into), className);
            output.println((written ? "written: " : "unchanged: ") + className + " in " + into);
        }
    }

    /** As the test will load the definition: by the same name, with the same values. */
    private String annotation() {
        StringBuilder text = new StringBuilder("@StateMachineTest(");
        String value = literal(String.valueOf(definition));
        if (values.isEmpty() && logicalId == null) {
            return text.append(value).append(')').toString();
        }
        text.append("value = ").append(value);
        if (logicalId != null) {
            text.append(", logicalId = ").append(literal(logicalId));
        }
        if (!values.isEmpty()) {
            List<String> all = values.entrySet().stream()
                    .map(entry -> literal(entry.getKey() + "="
                            + (entry.getValue().isTextual() ? entry.getValue().textValue() : entry.getValue())))
                    .toList();
            text.append(", substitutions = {").append(String.join(", ", all)).append('}');
        }
        return text.append(')').toString();
    }

    private static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
