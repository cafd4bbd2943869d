package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.ResponseShape;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.execution.Engine;
import io.github.asltestkit.internal.execution.EngineOptions;
import io.github.asltestkit.internal.execution.Machine;
import io.github.asltestkit.internal.execution.StateProbe;
import io.github.asltestkit.internal.expression.JsonText;
import io.github.asltestkit.internal.parse.DefinitionParser;
import io.github.asltestkit.internal.program.ProgramCompiler;
import io.github.asltestkit.internal.program.Stage;
import io.github.asltestkit.internal.validate.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The TestState API, locally: one state, its input and a mocked result or error, and what the state would do.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">TestState</a>
 */
public final class StateTestApi {
    /** What AWS calls a state that is handed in alone. */
    private static final String ALONE = "StateName";

    /** What is wrong with a machine of one state, though nothing is wrong with the state. */
    private static final Set<String> OF_THE_MACHINE = Set.of("MISSING_TRANSITION_TARGET", "MISSING_END_STATE");

    private final HarnessOptions options;

    /** An API in the account and region of these options. */
    public StateTestApi(HarnessOptions options) {
        this.options = options;
    }

    /**
     * TestState.
     *
     * @param request the request in the API's JSON: {@code definition}, {@code stateName}, {@code input},
     *     {@code variables}, {@code context}, {@code mock}, {@code stateConfiguration}, {@code inspectionLevel} ...
     * @return the answer in the API's JSON, payloads as text
     * @throws StepFunctionsException ValidationException or InvalidDefinition, as the service refuses a request
     */
    public JsonNode testState(JsonNode request) {
        JsonNode mock = request.path("mock");
        JsonNode configuration = request.path("stateConfiguration");
        checkMockFields(request, mock, configuration);
        boolean alone = !request.has("stateName");
        String stateName = alone ? ALONE : request.path("stateName").asText();
        Definition definition = definition(request.path("definition").asText(), stateName, alone);
        State state = definition.states().states().get(stateName);
        if (state == null) {
            throw refuse("State not found in definition");
        }
        checkMock(state, mock);
        JsonNode context = context(request, state);
        JsonNode result = mock.has("result") ? mockedResult(mock.path("result").asText(), state) : null;
        if (result != null) {
            checkShape(state, result, mock.path("fieldValidationMode").asText("STRICT"));
        }
        JsonNode error = mock.path("errorOutput");
        StateProbe probe = new StateProbe(new StateProbe.Given(
                variables(request),
                context,
                result,
                mock.has("errorOutput"),
                text(error, "error"),
                text(error, "cause"),
                configuration.path("retrierRetryCount").asLong(0),
                configuration.path("mapIterationFailureCount").asLong(0)));
        JsonNode input = parsed(request.path("input").asText("{}"), "Invalid input: the input is not valid JSON");
        run(definition, stateName, input, probe, text(request, "roleArn"));
        return answer(request, state, input, probe);
    }

    // ---- the request -----------------------------------------------------------------------------------------

    private static void checkMockFields(JsonNode request, JsonNode mock, JsonNode configuration) {
        if (mock.has("result") && mock.has("errorOutput")) {
            throw refuse("A test mock should have only one of the following fields: [result, errorOutput].");
        }
        if (mock.isObject() && request.path("revealSecrets").asBoolean(false)) {
            throw refuse("TestState does not support RevealSecrets when a mock is specified.");
        }
        if (!mock.isObject() && configuration.has("mapIterationFailureCount")) {
            throw refuse("TestState does not support MapIterationFailureCount when a mock is not specified.");
        }
    }

    private static void checkMock(State state, JsonNode mock) {
        boolean below = state.type() == StateType.MAP || state.type() == StateType.PARALLEL;
        if (!mock.isObject()) {
            if (below) {
                throw new StepFunctionsException(
                        "InvalidDefinition",
                        "TestState API does not support Map or Parallel states. Supported state types include: [Task,"
                                + " Wait, Pass, Succeed, Fail, Choice]");
            }
            return;
        }
        if (!below && state.type() != StateType.TASK) {
            throw refuse("State type '" + state.type().aslName() + "' is not supported when a mock is specified");
        }
    }

    private static JsonNode mockedResult(String text, State state) {
        JsonNode result = parsed(text, "Mocked result must be valid JSON");
        if (state instanceof State.Parallel parallel) {
            if (!result.isArray()) {
                throw refuse("Mocked result must be an array.");
            }
            if (result.size() != parallel.branches().size()) {
                throw refuse("Mocked result must contain the same number of items as number of Parallel branches.");
            }
        }
        if (state instanceof State.Mapping map) {
            if (map.resultWriter() == null && !result.isArray()) {
                throw refuse("Mocked result must be an array.");
            }
            if (map.resultWriter() != null && !result.isObject()) {
                throw refuse("Mocked result must be a JSON object.");
            }
        }
        return result;
    }

    /** A Task's mocked result has the shape of its service's response, as far as the catalogue knows it. */
    private static void checkShape(State state, JsonNode result, String mode) {
        if (!(state instanceof State.Task task) || mode.equals("NONE")) {
            return;
        }
        TaskResource resource = TaskResource.parse(task.resource());
        JsonNode shape = ServiceCatalogue.load().responseShape(resource.service(), resource.api());
        boolean plain = resource.pattern() == IntegrationPattern.REQUEST_RESPONSE;
        String problem = shape == null || !plain ? null : ResponseShape.problem(shape, result, mode.equals("STRICT"));
        if (problem != null) {
            throw refuse("Mock result schema validation error: " + problem);
        }
    }

    /** The definition; a state alone is put into a machine, where its transitions may lead anywhere. */
    private static Definition definition(String text, String stateName, boolean alone) {
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
        if (definition == null || !definition.states().states().containsKey(stateName)) {
            throw refuse("State not found in definition");
        }
        return definition;
    }

    private static Map<String, JsonNode> variables(JsonNode request) {
        Map<String, JsonNode> variables = new LinkedHashMap<>();
        if (request.has("variables")) {
            parsed(request.path("variables").asText(), "Invalid variables: not valid JSON")
                    .properties()
                    .forEach(variable -> variables.put(variable.getKey(), variable.getValue()));
        }
        return variables;
    }

    private static @Nullable JsonNode context(JsonNode request, State state) {
        if (!request.has("context")) {
            return null;
        }
        JsonNode context = parsed(request.path("context").asText(), "Invalid Context object provided: not valid JSON");
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

    private void run(
            Definition definition, String stateName, JsonNode input, StateProbe probe, @Nullable String roleArn) {
        Engine engine = new Engine(
                new EngineOptions(
                        options.start(),
                        options.seed(),
                        options.partition(),
                        options.account(),
                        options.region(),
                        "asl-testkit",
                        options.stepLimit()),
                new NoCalls());
        Machine machine =
                new Machine(engine.machineArn("TestState"), "TestState", true, ProgramCompiler.compile(definition));
        engine.register(machine);
        engine.probe(machine, stateName, input, probe, roleArn);
    }

    /** A state alone calls nobody: its mock answers before the port is asked. */
    private static final class NoCalls implements TaskIntegration {
        @Override
        public TaskReaction call(TaskCall call) {
            return TaskReaction.silence();
        }

        @Override
        public CancelOutcome cancel(TaskCall call, AbortReason reason) {
            return new CancelOutcome(true, "");
        }
    }

    // ---- the answer ------------------------------------------------------------------------------------------

    private static JsonNode answer(JsonNode request, State state, JsonNode input, StateProbe probe) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("status", probe.status().name());
        JsonNode output = probe.output();
        if (output != null) {
            answer.put("output", JsonText.write(output));
        }
        if (probe.nextState() != null) {
            answer.put("nextState", probe.nextState());
        }
        if (probe.error() != null) {
            answer.put("error", probe.error());
        }
        if (probe.cause() != null) {
            answer.put("cause", probe.cause());
        }
        String level = request.path("inspectionLevel").asText("INFO");
        if (!level.equals("INFO")) {
            answer.set("inspectionData", inspection(request, state, input, probe));
        }
        return answer;
    }

    private static ObjectNode inspection(JsonNode request, State state, JsonNode input, StateProbe probe) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("input", JsonText.write(input));
        Map<Stage, JsonNode> stages = probe.stages();
        for (Stage stage : shown(state)) {
            JsonNode value = stages.get(stage);
            if (value != null) {
                data.put(stage.apiName(), JsonText.write(value));
            }
        }
        if (request.has("variables")) {
            data.put("variables", request.path("variables").asText());
        }
        if (probe.maxConcurrency() != null) {
            data.put("maxConcurrency", probe.maxConcurrency());
        }
        if (probe.toleratedFailureCount() != null) {
            data.put("toleratedFailureCount", probe.toleratedFailureCount());
        }
        if (probe.toleratedFailurePercentage() != null) {
            data.put("toleratedFailurePercentage", probe.toleratedFailurePercentage());
        }
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        if (probe.catchIndex() != null) {
            details.put("catchIndex", probe.catchIndex());
        }
        if (probe.retryIndex() != null) {
            details.put("retryIndex", probe.retryIndex());
        }
        if (probe.backoffSeconds() != null) {
            details.put("retryBackoffIntervalSeconds", probe.backoffSeconds());
        }
        if (!details.isEmpty()) {
            data.set("errorDetails", details);
        }
        return data;
    }

    /** The steps of the data flow that AWS shows for a state, which are not all that it takes (recorded). */
    private static List<Stage> shown(State state) {
        if (state.fields().queryLanguage() == QueryLanguage.JSONATA) {
            return state.type() == StateType.TASK ? List.of(Stage.AFTER_ARGUMENTS, Stage.RESULT) : List.of();
        }
        if (state instanceof State.Pass pass && pass.result() != null) {
            return List.of(Stage.RESULT, Stage.AFTER_RESULT_SELECTOR, Stage.AFTER_RESULT_PATH);
        }
        return switch (state.type()) {
            case TASK ->
                List.of(
                        Stage.AFTER_INPUT_PATH,
                        Stage.AFTER_PARAMETERS,
                        Stage.RESULT,
                        Stage.AFTER_RESULT_SELECTOR,
                        Stage.AFTER_RESULT_PATH);
            case PASS ->
                List.of(
                        Stage.AFTER_INPUT_PATH,
                        Stage.AFTER_PARAMETERS,
                        Stage.AFTER_RESULT_SELECTOR,
                        Stage.AFTER_RESULT_PATH);
            case PARALLEL, MAP -> List.of(Stage.AFTER_RESULT_SELECTOR, Stage.AFTER_RESULT_PATH);
            case CHOICE, WAIT, SUCCEED, FAIL -> List.of(Stage.AFTER_INPUT_PATH);
        };
    }

    // ---- helpers ---------------------------------------------------------------------------------------------

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? null : value.asText();
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
