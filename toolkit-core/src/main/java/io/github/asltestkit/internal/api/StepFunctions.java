package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Severity;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.api.ApiHost.Hosted;
import io.github.asltestkit.internal.execution.ApiCalls;
import io.github.asltestkit.internal.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The Step Functions API over one engine. Not thread-safe: whoever calls it holds its harness's lock. */
public final class StepFunctions {
    private static final int MOST_DIAGNOSTICS = 100;

    private final ApiModel model = ApiModel.load();
    private final Map<String, Function<JsonNode, ? extends JsonNode>> operations = new LinkedHashMap<>();
    private final ApiHost host;
    private final Registry registry;
    private final WorkerOperations workers;
    private final StateCalls stateCalls;

    public StepFunctions(ApiHost host) {
        this.host = host;
        this.registry = new Registry(host.engine());
        this.workers = new WorkerOperations(registry);
        this.stateCalls = new StateCalls(this, registry);
        MachineOperations machines = new MachineOperations(host, registry);
        VersionOperations versions = new VersionOperations(registry, machines);
        ExecutionOperations executions = new ExecutionOperations(registry);
        MapRunOperations mapRuns = new MapRunOperations(host.engine(), executions);
        Tags tags = new Tags(registry);
        operations.put("CreateStateMachine", machines::create);
        operations.put("UpdateStateMachine", machines::update);
        operations.put("DescribeStateMachine", machines::describe);
        operations.put("DeleteStateMachine", machines::delete);
        operations.put("ListStateMachines", machines::list);
        operations.put("PublishStateMachineVersion", versions::publish);
        operations.put("ListStateMachineVersions", versions::list);
        operations.put("DeleteStateMachineVersion", versions::delete);
        operations.put("CreateStateMachineAlias", versions::createAlias);
        operations.put("DescribeStateMachineAlias", versions::describeAlias);
        operations.put("UpdateStateMachineAlias", versions::updateAlias);
        operations.put("DeleteStateMachineAlias", versions::deleteAlias);
        operations.put("ListStateMachineAliases", versions::listAliases);
        operations.put("StartExecution", executions::start);
        operations.put("StartSyncExecution", executions::startSync);
        operations.put("StopExecution", executions::stop);
        operations.put("RedriveExecution", executions::redrive);
        operations.put("DescribeExecution", executions::describe);
        operations.put("DescribeStateMachineForExecution", executions::describeMachine);
        operations.put("ListExecutions", executions::list);
        operations.put("GetExecutionHistory", request -> HistoryOperation.get(executions.recorded(request), request));
        operations.put("ListMapRuns", mapRuns::list);
        operations.put("DescribeMapRun", mapRuns::describe);
        operations.put("UpdateMapRun", mapRuns::update);
        operations.put("CreateActivity", workers::create);
        operations.put("DescribeActivity", workers::describe);
        operations.put("DeleteActivity", workers::delete);
        operations.put("ListActivities", workers::list);
        operations.put("GetActivityTask", workers::poll);
        operations.put("SendTaskSuccess", workers::succeed);
        operations.put("SendTaskFailure", workers::fail);
        operations.put("SendTaskHeartbeat", workers::heartbeat);
        operations.put("TagResource", tags::tag);
        operations.put("UntagResource", tags::untag);
        operations.put("ListTagsForResource", tags::list);
        operations.put("ValidateStateMachineDefinition", this::validate);
        operations.put("TestState", host::testState);
    }

    /** Makes a state machine known that a test has brought along, with the Activities that its definition names. */
    public void adopt(Hosted hosted) {
        registry.put(new RegisteredMachine(
                hosted.machine().arn(),
                hosted.machine().name(),
                hosted.machine().express(),
                new Revision(
                        null,
                        hosted.machine(),
                        JsonText.write(hosted.definition().json()),
                        registry.engine().roleArn(),
                        Configurations.logging(null),
                        Configurations.tracing(null),
                        Configurations.encryption(null),
                        VariableReferences.of(hosted.definition()),
                        registry.now())));
        workers.adopt(hosted.definition());
    }

    /** Whether an operation is one that is done here. */
    boolean has(String operation) {
        return operations.containsKey(operation);
    }

    /** This API as states call it. */
    public ApiCalls forStates() {
        return stateCalls;
    }

    /**
     * Checks that there is an Activity.
     *
     * @throws StepFunctionsException InvalidArn or ActivityDoesNotExist
     */
    public void checkActivity(String arn) {
        registry.activity(arn);
    }

    /**
     * Makes a call.
     *
     * @param operation such as {@code StartExecution}
     * @param request its request in the API's JSON
     * @return its answer in the API's JSON; instants are seconds since the epoch
     * @throws StepFunctionsException as the service would refuse the call
     */
    public JsonNode call(String operation, JsonNode request) {
        Shape.Structure shape = model.request(operation);
        if (shape == null) {
            throw new StepFunctionsException(
                    "UnknownOperationException",
                    "Step Functions has no operation " + operation + "; it has "
                            + String.join(", ", model.operations()));
        }
        Function<JsonNode, ? extends JsonNode> does = operations.get(operation);
        if (does == null) {
            throw new StepFunctionsException(
                    "UnsupportedOperationException", "ASL Testkit does not support the operation " + operation);
        }
        RequestCheck.check(model, shape, request);
        return does.apply(request);
    }

    /**
     * @see <a
     *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html">
     *     ValidateStateMachineDefinition</a>
     */
    private ObjectNode validate(JsonNode request) {
        boolean express = request.path("type").asText("STANDARD").equals("EXPRESS");
        boolean warnings = request.path("severity").asText("ERROR").equals("WARNING");
        List<Diagnostic> all = host.diagnostics(request.path("definition").asText(), express).stream()
                .filter(diagnostic -> warnings || diagnostic.isError())
                .toList();
        int asked = request.path("maxResults").asInt(0);
        int most = asked == 0 ? MOST_DIAGNOSTICS : asked;
        ObjectNode answer = Answers.empty();
        answer.put("result", all.stream().anyMatch(Diagnostic::isError) ? "FAIL" : "OK");
        ArrayNode diagnostics = answer.putArray("diagnostics");
        all.stream().limit(most).forEach(diagnostic -> {
            ObjectNode item = diagnostics.addObject();
            item.put("severity", diagnostic.severity() == Severity.ERROR ? "ERROR" : "WARNING");
            item.put("code", diagnostic.code());
            item.put("message", diagnostic.message());
            Answers.put(item, "location", diagnostic.awsLocation());
        });
        answer.put("truncated", all.size() > most);
        return answer;
    }
}
