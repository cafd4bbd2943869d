package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.execution.StateProbe;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.model.ApiShape.Structure;
import io.github.asltestkit.internal.model.ResponseCheck;
import io.github.asltestkit.internal.model.ResponseShapes;
import io.github.asltestkit.internal.parse.DefinitionParser;
import io.github.asltestkit.internal.validate.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request of TestState that the service would take.
 *
 * @param definition the machine; if only a state was given, it is the only one of a machine of its own
 * @param state the state under test
 * @param input its input
 * @param given what is mocked, and what the state sees beside its input
 * @param json the request as it came
 */
record SingleStateRequest(Definition definition, State state, JsonNode input, StateProbe.Given given, JsonNode json) {
    /** What AWS calls a state that is given without a machine. */
    private static final String ALONE = "StateName";

    /** What is wrong with a machine of one state, though nothing is wrong with the state. */
    private static final Set<String> OF_THE_MACHINE = Set.of("MISSING_TRANSITION_TARGET", "MISSING_END_STATE");

    /**
     * Reads a request.
     *
     * @param shapes what services answer
     * @param known the definition, where it has been read already; so a place in it is one of its file
     * @throws StepFunctionsException ValidationException or InvalidDefinition, as the service refuses a request
     */
    static SingleStateRequest read(JsonNode json, ResponseShapes shapes, @Nullable Definition known) {
        JsonNode mock = json.path("mock");
        JsonNode configuration = json.path("stateConfiguration");
        checkFields(json, mock, configuration);
        boolean alone = !json.has("stateName");
        Definition definition =
                known != null ? known : definition(json.path("definition").asText(), alone);
        Place place =
                find(definition.states(), alone ? ALONE : json.path("stateName").asText(), false);
        if (place == null) {
            throw refuse("State not found in definition");
        }
        State state = place.state();
        checkMock(state, mock);
        if (!mock.isObject() && state.type() == StateType.TASK && !json.has("roleArn")) {
            throw refuse("RoleArn must be specified when testing a Task state");
        }
        checkConfiguration(state, place.inMap(), configuration, mock);
        JsonNode context = context(json, state);
        JsonNode result = mock.has("result") ? result(mock, state, shapes) : null;
        JsonNode error = mock.path("errorOutput");
        StateProbe.Given given = new StateProbe.Given(
                variables(json),
                context,
                text(configuration, "mapItemReaderData"),
                result,
                mock.has("errorOutput"),
                text(error, "error"),
                text(error, "cause"),
                configuration.path("retrierRetryCount").asLong(0),
                configuration.path("mapIterationFailureCount").asLong(0));
        JsonNode input = JsonText.tryParse(json.path("input").asText("{}"));
        if (input == null) {
            throw StepFunctionsException.invalidExecutionInput("Invalid execution input.");
        }
        return new SingleStateRequest(definition, state, input, given, json);
    }

    // ---- the definition --------------------------------------------------------------------------------------

    /** A state, and whether it is one of a Map's processor. */
    private record Place(State state, boolean inMap) {}

    /** The state of a name, nested or not: names are unique within a machine. */
    private static @Nullable Place find(StateGraph states, String name, boolean inMap) {
        State own = states.states().get(name);
        if (own != null) {
            return new Place(own, inMap);
        }
        for (State state : states.states().values()) {
            for (StateGraph below : state.graphs()) {
                Place found = find(below, name, inMap || state.type() == StateType.MAP);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The definition; a state alone is put into a machine, where its transitions may lead anywhere. */
    private static Definition definition(String text, boolean alone) {
        String whole = alone ? "{\"StartAt\": \"" + ALONE + "\", \"States\": {\"" + ALONE + "\": " + text + "}}" : text;
        DefinitionParser.Parsed parsed = DefinitionParser.parse("TestState", whole);
        Definition definition = parsed.definition();
        List<Diagnostic> problems = new ArrayList<>(parsed.diagnostics());
        if (definition != null && problems.stream().noneMatch(Diagnostic::isError)) {
            problems.addAll(Validator.validate(definition));
        }
        for (Diagnostic problem : problems) {
            boolean counts = problem.isError() && !(alone && OF_THE_MACHINE.contains(problem.code()));
            if (counts) {
                String location = problem.awsLocation() == null ? "/" : problem.awsLocation();
                throw new StepFunctionsException(
                        "InvalidDefinition",
                        "Invalid State Machine Definition: '" + problem.code() + ": " + problem.message() + " at "
                                + location + "'");
            }
        }
        if (definition == null) {
            throw refuse("State not found in definition");
        }
        return definition;
    }

    // ---- the mock --------------------------------------------------------------------------------------------

    private static void checkFields(JsonNode json, JsonNode mock, JsonNode configuration) {
        if (mock.isObject() && mock.has("result") == mock.has("errorOutput")) {
            throw refuse("A test mock should have only one of the following fields: [result, errorOutput].");
        }
        if (mock.isObject() && json.path("revealSecrets").asBoolean(false)) {
            throw refuse("TestState does not support RevealSecrets when a mock is specified.");
        }
        if (!mock.isObject() && configuration.has("mapIterationFailureCount")) {
            throw refuse("TestState does not support MapIterationFailureCount when a mock is not specified.");
        }
        if (!mock.isObject() && json.has("context")) {
            throw refuse("TestState does not support Context when a mock is not specified.");
        }
        if (mock.has("errorOutput") && !mock.path("errorOutput").has("error")) {
            throw refuse("Mocked errorOutput must have an error.");
        }
    }

    /** What the state's type makes of the configuration; AWS's words for these refusals are not recorded. */
    private static void checkConfiguration(State state, boolean inMap, JsonNode configuration, JsonNode mock) {
        State.MapState map = state instanceof State.MapState mapping ? mapping : null;
        if (configuration.has("mapIterationFailureCount") && map == null && !inMap) {
            throw refuse("MapIterationFailureCount can only be specified for a Map state or a state within one.");
        }
        if (configuration.has("mapItemReaderData") && (map == null || map.itemReader() == null)) {
            throw refuse("MapItemReaderData can only be specified for a Map state with an ItemReader.");
        }
        if (configuration.has("errorCausedByState")) {
            String cause = configuration.path("errorCausedByState").asText();
            List<StateGraph> below = state.graphs();
            if (below.isEmpty() || !mock.has("errorOutput")) {
                throw refuse("ErrorCausedByState can only be specified when an error is mocked for a Map or Parallel"
                        + " state.");
            }
            if (below.stream().allMatch(graph -> find(graph, cause, false) == null)) {
                throw refuse("ErrorCausedByState is not a state within '" + state.name() + "'");
            }
        }
    }

    private static void checkMock(State state, JsonNode mock) {
        boolean below = state.type() == StateType.MAP || state.type() == StateType.PARALLEL;
        if (mock.isObject()) {
            if (!below && state.type() != StateType.TASK) {
                throw refuse("State type '" + state.type().aslName() + "' is not supported when a mock is specified");
            }
            return;
        }
        if (below) {
            throw new StepFunctionsException(
                    "InvalidDefinition",
                    "TestState API does not support Map or Parallel states. Supported state types include: [Task,"
                            + " Wait, Pass, Succeed, Fail, Choice]");
        }
        if (state instanceof State.Task task
                && TaskResource.parse(task.resource()).pattern() != IntegrationPattern.REQUEST_RESPONSE) {
            // What AWS's page says; its words for it are not recorded.
            throw new StepFunctionsException(
                    "InvalidDefinition",
                    "TestState API does not support the resource " + task.resource() + " when a mock is not specified");
        }
    }

    private static JsonNode result(JsonNode mock, State state, ResponseShapes shapes) {
        JsonNode result = parsed(mock.path("result").asText(), "Mocked result must be valid JSON");
        if (state instanceof State.Parallel parallel) {
            if (!result.isArray()) {
                throw refuse("Mocked result must be an array.");
            }
            if (result.size() != parallel.branches().size()) {
                throw refuse("Mocked result must contain the same number of items as number of Parallel branches.");
            }
        }
        if (state instanceof State.MapState map) {
            if (map.resultWriter() == null && !result.isArray()) {
                throw refuse("Mocked result must be an array.");
            }
            if (map.resultWriter() != null && !result.isObject()) {
                throw refuse("Mocked result must be a JSON object.");
            }
        }
        String mode = mock.path("fieldValidationMode").asText("STRICT");
        if (state instanceof State.Task task && !mode.equals("NONE")) {
            Structure shape = shapes.mocked(TaskResource.parse(task.resource()));
            String problem = shape == null ? null : new ResponseCheck(mode.equals("STRICT")).problem(shape, result);
            if (problem != null) {
                throw refuse("Mock result schema validation error: " + problem);
            }
        }
        return result;
    }

    // ---- what the state sees ---------------------------------------------------------------------------------

    private static Map<String, JsonNode> variables(JsonNode json) {
        Map<String, JsonNode> variables = new LinkedHashMap<>();
        if (json.has("variables")) {
            object(json.path("variables"), "Invalid variables")
                    .properties()
                    .forEach(variable -> variables.put(variable.getKey(), variable.getValue()));
        }
        return variables;
    }

    private static @Nullable JsonNode context(JsonNode json, State state) {
        if (!json.has("context")) {
            return null;
        }
        JsonNode context = object(json.path("context"), "Invalid Context object provided");
        boolean token = false;
        if (state instanceof State.Task task) {
            IntegrationPattern pattern = TaskResource.parse(task.resource()).pattern();
            token = pattern == IntegrationPattern.RUN_A_JOB || pattern == IntegrationPattern.WAIT_FOR_TASK_TOKEN;
        }
        String problem = ContextCheck.problem(context, token);
        if (problem != null) {
            throw refuse("Invalid Context object provided: " + problem);
        }
        return context;
    }

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static JsonNode object(JsonNode text, String refusal) {
        JsonNode tree = parsed(text.asText(), refusal + ": not valid JSON");
        if (!tree.isObject()) {
            throw refuse(refusal + ": not a JSON object");
        }
        return tree;
    }

    private static JsonNode parsed(String text, String refusal) {
        JsonNode tree = JsonText.tryParse(text);
        if (tree == null) {
            throw refuse(refusal);
        }
        return tree;
    }

    private static StepFunctionsException refuse(String message) {
        return new StepFunctionsException("ValidationException", message);
    }
}
