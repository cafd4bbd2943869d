package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.http.HttpRoutes;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.UnmockedCallException;
import io.github.asltestkit.internal.api.ApiRequests;
import io.github.asltestkit.internal.execution.Engine;
import io.github.asltestkit.internal.execution.Machine;
import io.github.asltestkit.internal.execution.StateProbe;
import io.github.asltestkit.internal.model.ApiModels;
import io.github.asltestkit.internal.model.ResponseShapes;
import io.github.asltestkit.internal.program.ProgramCompiler;
import io.github.asltestkit.internal.program.RequestLeniency;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The TestState API, locally: one state, its input and a mocked result or error, and what the state would do. It is a
 * second door to the interpreter that runs whole executions.
 *
 * <p>A mocked result is checked against the API model of its service, as {@code fieldValidationMode} says, where the model
 * is known; that of a job against the model of the API which tells how the job is getting on. The toolkit knows the fields of
 * the optimized integrations; {@code com.amazonaws:aws-java-sdk-models} on the class
 * path brings all services but S3; else a service's module of the AWS SDK for Java 2 brings its fields, types and
 * enumerations, without ranges and lengths. Patterns of texts are not checked.
 *
 * <p>{@code mapItemReaderData} is the text that the ItemReader reads: that of the object, of the objects that a listing or a
 * manifest leads to, or the listing itself as JSON; not compressed, and never Parquet. Without it, the state's input stands for
 * what is read. {@code errorCausedByState} has to be a state below the tested one, and changes nothing else: a Catcher takes
 * an error by its name, wherever it came from.
 *
 * <p>An error that a state within Parallel or an inline Map does not handle goes to the Retriers and Catchers of the states
 * around it, of whose input nothing is known but that of the tested state. A child execution of a distributed Map fails alone.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">TestState</a>
 */
@API(status = MAINTAINED, since = "0.1")
public final class SingleStateApi {
    private final HarnessOptions options;
    private final TaskIntegration world;
    private final ResponseShapes shapes;
    private final HttpRoutes http;
    private final ApiRequests requests = new ApiRequests();

    /** An API in the account and region of these options, where nobody answers a Task that has no mock. */
    public SingleStateApi(HarnessOptions options) {
        this(options, new NobodyAnswers());
    }

    /**
     * An API in the account and region of these options.
     *
     * @param world what a Task calls that is tested without a mock
     */
    public SingleStateApi(HarnessOptions options, TaskIntegration world) {
        this(options, world, new HttpRoutes(options.region()));
    }

    SingleStateApi(HarnessOptions options, TaskIntegration world, HttpRoutes http) {
        this.http = http;
        this.options = options;
        this.world = world;
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader =
                Objects.requireNonNullElse(context, Objects.requireNonNull(SingleStateApi.class.getClassLoader()));
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
        return run(request, null).answer();
    }

    /**
     * What came of a test.
     *
     * @param answer the API's answer
     * @param handler the state whose Retrier or Catcher handles the error, or null
     */
    record Tested(JsonNode answer, @Nullable String handler) {}

    /** @param known the definition of the request, which need not be read again; or null */
    Tested run(JsonNode request, @Nullable Definition known) {
        requests.check("TestState", request);
        SingleStateRequest test = SingleStateRequest.read(request, shapes, known);
        Engine engine = new Engine(options.engineOptions(), world);
        Machine machine = new Machine(
                engine.machineArn("TestState"),
                "TestState",
                true,
                ProgramCompiler.compile(test.definition(), RequestLeniency.NONE));
        engine.register(machine);
        StateProbe probe = new StateProbe(test.given());
        engine.probe(
                machine,
                test.state().name(),
                test.input(),
                probe,
                request.path("roleArn").textValue());
        Integer items = probe.items();
        if (items != null && test.given().failedIterations() > items) {
            throw new StepFunctionsException(
                    "ValidationException",
                    "Map iteration failure count must be less than or equal to the number of Map iterations");
        }
        return new Tested(SingleStateAnswer.of(test, probe, http), probe.handler());
    }

    /** The role of a Task that is really called. */
    String roleArn() {
        return options.engineOptions().roleArn();
    }

    /** Where no world was given. */
    private static final class NobodyAnswers implements TaskIntegration {
        @Override
        public TaskReaction call(TaskCall call) {
            throw new UnmockedCallException("The state " + call.stateName() + " calls "
                    + call.resource().arn()
                    + ", and nothing says what happens to the call.\n\n  parameters: " + call.parameters()
                    + "\n\n  Give the test a result (withResult) or an error (withError), or take it from a harness"
                    + " that mocks the call:\n\n    harness.mock(\"" + call.stateName()
                    + "\").returns(\"{}\");\n    harness.singleState(\"" + call.stateName() + "\")");
        }

        @Override
        public CancelOutcome cancel(TaskCall call, AbortReason reason) {
            return new CancelOutcome(true, "");
        }
    }
}
