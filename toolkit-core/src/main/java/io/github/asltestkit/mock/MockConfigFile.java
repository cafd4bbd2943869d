package io.github.asltestkit.mock;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import io.github.asltestkit.internal.io.ClassPath;
import io.github.asltestkit.internal.io.FileNames;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.message.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A mock configuration file of Step Functions Local, read as it is: test cases of state machines, which name for each
 * state the mocked response it gets.
 *
 * <p>Each call of a state in an execution, over all its visits, attempts and iterations, takes the next number, starting
 * with 0; the mocked response says for each number what is returned or thrown.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html">Mocked service
 *     integrations in Step Functions Local</a>
 */
@API(status = MAINTAINED, since = "0.1")
public final class MockConfigFile {
    private final String source;
    private final List<Diagnostic> diagnostics;
    private final Map<String, Map<String, Map<String, MockConfigResponse>>> machines;

    private MockConfigFile(
            String source,
            List<Diagnostic> diagnostics,
            Map<String, Map<String, Map<String, MockConfigResponse>>> machines) {
        this.source = source;
        this.diagnostics = List.copyOf(diagnostics);
        this.machines = machines;
    }

    /**
     * Reads a mock configuration file.
     *
     * @param resource a class-path resource, or a file
     * @throws IllegalArgumentException if there is neither
     * @throws UncheckedIOException if it cannot be read
     */
    public static MockConfigFile load(String resource) {
        String text = ClassPath.findText(ClassPath.loader(), resource);
        if (text != null) {
            return parse(resource, text);
        }
        try {
            Path file = FileNames.path(resource);
            if (file != null && Files.isRegularFile(file)) {
                return parse(resource, Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The mock configuration file " + resource + " cannot be read", unreadable);
        }
        throw new IllegalArgumentException("There is no mock configuration file " + Text.cut(resource, 1_000)
                + ", neither on the class path nor on disk");
    }

    /**
     * Reads the text of a mock configuration file. Whatever is wrong with it is in {@link #diagnostics()}.
     *
     * @param sourceName what to call the file in messages
     */
    public static MockConfigFile parse(String sourceName, String text) {
        JsonNode root;
        try {
            root = JsonText.parse(text);
        } catch (JsonProcessingException notJson) {
            Location at = notJson.getLocation() == null
                    ? new Location(sourceName, 0, 0, "")
                    : new Location(
                            sourceName,
                            notJson.getLocation().getLineNr(),
                            notJson.getLocation().getColumnNr(),
                            "");
            Diagnostic problem =
                    new Diagnostic(Severity.ERROR, "INVALID_MOCK_CONFIG", notJson.getOriginalMessage(), at, null);
            return new MockConfigFile(sourceName, List.of(problem), Map.of());
        }
        MockConfigReader reader = new MockConfigReader(sourceName, root);
        Map<String, Map<String, Map<String, MockConfigResponse>>> machines = reader.read();
        return new MockConfigFile(sourceName, reader.problems(), machines);
    }

    /** The problems of the file, in the order of the file; empty where it has none. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The names of the state machines, in the order of the file. */
    public List<String> stateMachines() {
        return List.copyOf(machines.keySet());
    }

    /**
     * The names of the test cases of a state machine, in the order of the file.
     *
     * @throws IllegalArgumentException if the file has no such state machine
     */
    public List<String> testCases(String stateMachine) {
        return List.copyOf(casesOf(stateMachine).keySet());
    }

    /** The states that a test case mocks, with their responses. */
    Map<String, MockConfigResponse> states(String stateMachine, String testCase) {
        if (!diagnostics.isEmpty()) {
            throw new IllegalArgumentException("The mock configuration file has problems:\n"
                    + Text.listed(
                            diagnostics.stream()
                                    .map(problem -> "  " + problem.location() + ": " + problem.message())
                                    .toList(),
                            "\n"));
        }
        Map<String, Map<String, MockConfigResponse>> cases = casesOf(stateMachine);
        return known(cases.get(testCase), "test case \"" + testCase + "\" of " + stateMachine, cases);
    }

    private Map<String, Map<String, MockConfigResponse>> casesOf(String stateMachine) {
        return known(machines.get(stateMachine), "state machine \"" + stateMachine + "\"", machines);
    }

    private <T> T known(@Nullable T found, String what, Map<String, T> all) {
        if (found == null) {
            throw new IllegalArgumentException(
                    source + " has no " + what + "; it has " + (all.isEmpty() ? "none" : Text.listed(all.keySet())));
        }
        return found;
    }

    String source() {
        return source;
    }

    static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
