package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.model.JsonBorder;
import io.github.asltestkit.mock.FieldValidation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One state alone, fluently: what it would do with an input and a mocked result or error. Each {@code with} method gives a
 * changed copy, so that a test that is set up once can be asked many questions; {@link #run()} asks {@link SingleStateApi}.
 *
 * <p>What is JSON may be given as JSON text, a {@link java.nio.file.Path} to a file of it, a tree of Jackson 2 or 3,
 * or as any object that Jackson can write.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html">Testing state machines with
 *     TestState API</a>
 */
@API(status = MAINTAINED, since = "0.1")
public final class SingleState {

    private final SingleStateApi api;
    private final @Nullable StateMachine machine;
    private final ObjectNode request;

    private SingleState(SingleStateApi api, @Nullable StateMachine machine, ObjectNode request) {
        this.api = api;
        this.machine = machine;
        this.request = request;
    }

    /**
     * A state of a machine, by its name; a state within Map or Parallel is found too. A state of a Map's processor sees an
     * item of its own in the Context object: index 0, and its input as the value.
     *
     * @throws IllegalArgumentException if the machine has no such state
     */
    public static SingleState of(StateMachine machine, String stateName) {
        return of(
                machine, stateName, new SingleStateApi(HarnessOptions.defaults().of(machine)));
    }

    static SingleState of(StateMachine machine, String stateName, SingleStateApi api) {
        Set<String> names = machine.definition().stateNames();
        if (!names.contains(stateName)) {
            String hint = DidYouMean.hint(stateName, names);
            throw new IllegalArgumentException(machine.definition().source().name() + " has no state \"" + stateName
                    + "\"" + (hint == null ? "." : ": " + hint) + "\n\n  states: "
                    + Text.listed(names));
        }
        ObjectNode request = request(JsonText.write(machine.definition().json()));
        request.put("stateName", stateName);
        return new SingleState(api, machine, request);
    }

    /** The states by name. A name that occurs twice, in different graphs, means the last of them. */
    private static Map<String, State> states(StateMachine machine) {
        Map<String, State> states = new LinkedHashMap<>();
        machine.definition().states().allStates().forEach(state -> states.put(state.name(), state));
        return states;
    }

    /** A state by its JSON alone, which AWS calls {@code StateName}; its transitions may lead anywhere. */
    public static SingleState ofState(String stateJson) {
        return new SingleState(new SingleStateApi(HarnessOptions.defaults()), null, request(stateJson));
    }

    private static ObjectNode request(String definition) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("definition", definition);
        request.put("inspectionLevel", "TRACE");
        return request;
    }

    /** The input; without it, an empty object. */
    public SingleState withInput(Object input) {
        return with("input", input);
    }

    /** The variables that the state sees: an object. */
    public SingleState withVariables(Object variables) {
        return with("variables", variables);
    }

    /** The Context object in place of the test's own. */
    public SingleState withContext(Object context) {
        return with("context", context);
    }

    /** The mocked result: of the call, of the branches or of the iterations. */
    public SingleState withResult(Object result) {
        SingleState copy = copy();
        ObjectNode mock = copy.request.withObject("/mock");
        mock.remove("errorOutput");
        mock.put("result", text(result));
        return copy;
    }

    /** How the mocked result is checked; STRICT where nothing is said. */
    public SingleState withFieldValidation(FieldValidation mode) {
        SingleState copy = copy();
        copy.request.withObject("/mock").put("fieldValidationMode", mode.name());
        return copy;
    }

    /** The mocked error, without a cause. */
    public SingleState withError(String error) {
        return withError(error, null);
    }

    /** The mocked error, and its cause or null. */
    public SingleState withError(String error, @Nullable String cause) {
        SingleState copy = copy();
        ObjectNode mock = copy.request.withObject("/mock");
        mock.remove("result");
        ObjectNode output = mock.putObject("errorOutput");
        output.put("error", error);
        if (cause != null) {
            output.put("cause", cause);
        }
        return copy;
    }

    /** How often the Retrier that matches the error has retried already. */
    public SingleState withRetries(int count) {
        return configured("retrierRetryCount", count);
    }

    /** How many iterations of a Map state have failed. */
    public SingleState withFailedIterations(int count) {
        return configured("mapIterationFailureCount", count);
    }

    /** The state below a Map or Parallel state that the mocked error comes from. */
    public SingleState withErrorCausedBy(String stateName) {
        SingleState copy = copy();
        copy.request.withObject("/stateConfiguration").put("errorCausedByState", stateName);
        return copy;
    }

    /**
     * What the ItemReader of a Map state reads, as it is found in its source: the text of a JSON, JSON Lines or CSV file, of
     * the files that it lists or that its manifest names, or the listing itself as JSON. Anything but text is written as JSON.
     */
    public SingleState withItemReaderData(Object data) {
        SingleState copy = copy();
        copy.request.withObject("/stateConfiguration").put("mapItemReaderData", text(data));
        return copy;
    }

    /** Shows, of an HTTP Task, what its connection adds to the request; not with a mock. */
    public SingleState revealingSecrets() {
        SingleState copy = copy();
        copy.request.put("revealSecrets", true);
        return copy;
    }

    /**
     * What the state does.
     *
     * @throws io.github.asltestkit.integration.StepFunctionsException as TestState refuses such a request
     * @throws io.github.asltestkit.integration.UnmockedCallException if a Task has neither a result nor an error, and no
     *     harness that answers its call
     */
    public SingleStateResult run() {
        ObjectNode complete = request;
        if (!request.has("mock")) {
            complete = request.deepCopy();
            complete.put("roleArn", api.roleArn());
        }
        SingleStateApi.Tested tested = api.run(complete, machine == null ? null : machine.definition());
        if (machine == null) {
            return new SingleStateResult("StateName", null, tested);
        }
        String name = request.path("stateName").textValue();
        State state = states(machine).get(name);
        return new SingleStateResult(name, machine.definition().locate(state == null ? "" : state.pointer()), tested);
    }

    private SingleState with(String field, Object value) {
        SingleState copy = copy();
        copy.request.put(field, text(value));
        return copy;
    }

    private SingleState configured(String field, int value) {
        SingleState copy = copy();
        copy.request.withObject("/stateConfiguration").put(field, value);
        return copy;
    }

    /** Text is JSON already; the API says so where it is not. */
    private static String text(Object value) {
        return value instanceof String json ? json : JsonText.write(JsonBorder.given(value, "value"));
    }

    private SingleState copy() {
        return new SingleState(api, machine, request.deepCopy());
    }
}
