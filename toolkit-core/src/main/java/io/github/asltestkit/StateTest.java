package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.expression.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * One state alone, fluently: what it would do with an input and a mocked result or error. Each {@code with} method gives a
 * changed copy; {@link #run()} asks {@link StateTestApi}.
 */
public final class StateTest {
    private final ObjectNode request;

    private StateTest(ObjectNode request) {
        this.request = request;
    }

    /** A state of a machine, by its name; states within Map and Parallel are not found. */
    public static StateTest of(StateMachine machine, String stateName) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("definition", JsonText.write(machine.definition().json()));
        request.put("stateName", stateName);
        request.put("inspectionLevel", "TRACE");
        return new StateTest(request);
    }

    /** A state by its JSON alone; its transitions may lead anywhere. */
    public static StateTest ofState(String stateJson) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("definition", stateJson);
        request.put("inspectionLevel", "TRACE");
        return new StateTest(request);
    }

    /** The input as JSON text. */
    public StateTest withInput(String json) {
        return with("input", json);
    }

    /** The variables that the state sees, as the JSON text of an object. */
    public StateTest withVariables(String json) {
        return with("variables", json);
    }

    /** The Context object in place of the test's own, as JSON text. */
    public StateTest withContext(String json) {
        return with("context", json);
    }

    /** The mocked result as JSON text: of the call, of the branches or of the iterations. */
    public StateTest withResult(String json) {
        StateTest copy = copy();
        copy.request.putObject("mock").put("result", json);
        return copy;
    }

    /** The mocked error, and its cause or null. */
    public StateTest withError(String error, @Nullable String cause) {
        StateTest copy = copy();
        ObjectNode output = copy.request.putObject("mock").putObject("errorOutput");
        output.put("error", error);
        if (cause != null) {
            output.put("cause", cause);
        }
        return copy;
    }

    /** How often the Retrier that matches the error has retried already. */
    public StateTest withRetries(int count) {
        StateTest copy = copy();
        copy.request.withObject("/stateConfiguration").put("retrierRetryCount", count);
        return copy;
    }

    /** How many iterations of a Map state have failed. */
    public StateTest withFailedIterations(int count) {
        StateTest copy = copy();
        copy.request.withObject("/stateConfiguration").put("mapIterationFailureCount", count);
        return copy;
    }

    /**
     * What the state does.
     *
     * @throws io.github.asltestkit.integration.StepFunctionsException as TestState refuses such a request
     */
    public StateTestResult run() {
        JsonNode answer = new StateTestApi(HarnessOptions.defaults()).testState(request);
        return new StateTestResult(answer);
    }

    private StateTest with(String field, String value) {
        StateTest copy = copy();
        copy.request.put(field, value);
        return copy;
    }

    private StateTest copy() {
        return new StateTest(request.deepCopy());
    }
}
