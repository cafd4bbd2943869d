package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.http.HttpRoutes;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.UnmockedCallException;
import io.github.asltestkit.internal.execution.Engine;
import io.github.asltestkit.internal.execution.Machine;
import io.github.asltestkit.internal.execution.StateProbe;
import io.github.asltestkit.internal.model.ApiModels;
import io.github.asltestkit.internal.model.ResponseShapes;
import io.github.asltestkit.internal.program.ProgramCompiler;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * The TestState API, locally: one state, its input and a mocked result or error, and what the state would do. It is a
 * second door to the interpreter that runs whole executions.
 *
 * <p>A mocked result is checked against the API model of its service, as {@code fieldValidationMode} says, where the model
 * is known: the toolkit knows those of a few optimized integrations; {@code com.amazonaws:aws-java-sdk-models} on the class
 * path brings all services but S3; else a service's module of the AWS SDK for Java 2 brings its fields, types and
 * enumerations, without ranges and lengths. Patterns of texts are not checked.
 *
 * <p>{@code errorCausedByState} is taken, and changes nothing that a state can see. {@code mapItemReaderData} that is not
 * JSON gives no items.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">TestState</a>
 */
@API(status = MAINTAINED, since = "0.1")
public final class StateTestApi {
    private final HarnessOptions options;
    private final TaskIntegration world;
    private final ResponseShapes shapes;
    private final HttpRoutes http;

    /** An API in the account and region of these options, where nobody answers a Task that has no mock. */
    public StateTestApi(HarnessOptions options) {
        this(options, new NobodyAnswers());
    }

    /**
     * An API in the account and region of these options.
     *
     * @param world what a Task calls that is tested without a mock
     */
    public StateTestApi(HarnessOptions options, TaskIntegration world) {
        this(options, world, new HttpRoutes(options.region()));
    }

    StateTestApi(HarnessOptions options, TaskIntegration world, HttpRoutes http) {
        this.http = http;
        this.options = options;
        this.world = world;
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader =
                Objects.requireNonNullElse(context, Objects.requireNonNull(StateTestApi.class.getClassLoader()));
        this.shapes = new ResponseShapes(ServiceCatalogue.load(), ApiModels.onClassPath(loader));
    }

    /**
     * TestState.
     *
     * @param request the request in the API's JSON: {@code definition}, {@code stateName}, {@code input},
     *     {@code variables}, {@code context}, {@code mock}, {@code stateConfiguration}, {@code inspectionLevel} ...
     * @return the answer in the API's JSON, payloads as text
     * @throws StepFunctionsException ValidationException or InvalidDefinition, as the service refuses a request
     * @throws UnmockedCallException if a Task has no mock, and nobody answers its call
     */
    public JsonNode testState(JsonNode request) {
        StateTestRequest test = StateTestRequest.read(request, shapes);
        Engine engine = new Engine(options.engineOptions(), world);
        Machine machine = new Machine(
                engine.machineArn("TestState"), "TestState", true, ProgramCompiler.compile(test.definition()));
        engine.register(machine);
        StateProbe probe = new StateProbe(test.given());
        JsonNode role = request.path("roleArn");
        engine.probe(machine, test.state().name(), test.input(), probe, role.isTextual() ? role.textValue() : null);
        return StateTestAnswer.of(test, probe, http);
    }

    /** Where no world was given. */
    private static final class NobodyAnswers implements TaskIntegration {
        @Override
        public TaskReaction call(TaskCall call) {
            throw new UnmockedCallException("The state " + call.stateName() + " calls "
                    + call.resource().arn()
                    + ", and nothing says what comes of it.\n\n  parameters: " + call.parameters()
                    + "\n\n  Give the test a result (withResult) or an error (withError), or take it from a harness"
                    + " that mocks the call:\n\n    harness.mock(\"" + call.stateName()
                    + "\").returns(\"{}\");\n    harness.stateTest(\"" + call.stateName() + "\")");
        }

        @Override
        public CancelOutcome cancel(TaskCall call, AbortReason reason) {
            return new CancelOutcome(true, "");
        }
    }
}
