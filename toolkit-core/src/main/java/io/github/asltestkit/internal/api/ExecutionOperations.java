package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.api.RegisteredMachine.Alias;
import io.github.asltestkit.internal.api.RegisteredMachine.Version;
import io.github.asltestkit.internal.execution.Engine;
import io.github.asltestkit.internal.execution.ExecutionRun;
import io.github.asltestkit.internal.execution.Machine;
import io.github.asltestkit.internal.execution.MapRunFacts;
import io.github.asltestkit.internal.execution.Names;
import io.github.asltestkit.internal.execution.StartedExecution;
import io.github.asltestkit.internal.json.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Start, stop, redrive, describe and list executions. */
final class ExecutionOperations {
    private static final long BILLED_STEP = 100;

    private final Registry registry;
    private final Engine engine;
    private final Map<ExecutionRun, Start> starts = new WeakHashMap<>();
    private final Map<String, Integer> aliasStarts = new HashMap<>();
    private final Map<ExecutionRun, String> redriveTokens = new WeakHashMap<>();

    /** How an execution was started: what only the API knows of it. */
    record Start(
            RegisteredMachine machine,
            Revision revision,
            @Nullable String versionArn,
            @Nullable String aliasArn,
            @Nullable String traceHeader) {}

    ExecutionOperations(Registry registry) {
        this.registry = registry;
        this.engine = registry.engine();
    }

    // ---- start, stop, redrive --------------------------------------------------------------------------------

    /**
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">
     *     StartExecution</a>
     */
    ObjectNode start(JsonNode request) {
        ExecutionRun run = launch(target(request), request);
        engine.settle();
        ObjectNode answer = Answers.empty();
        answer.put("executionArn", run.arn());
        answer.set("startDate", Answers.time(run.startedMillis()));
        return answer;
    }

    /**
     * StartSyncExecution: time is skipped to the execution's end, as its caller waits for that.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html">
     *     StartSyncExecution</a>
     */
    ObjectNode startSync(JsonNode request) {
        Start start = target(request);
        if (!start.machine().express()) {
            throw typeNotSupported();
        }
        ExecutionRun run = launch(start, request);
        while (run.isRunning() && engine.advanceToNextEvent()) {
            // The quota of five minutes ends it at the latest.
        }
        ObjectNode answer = Answers.empty();
        answer.put("executionArn", run.arn());
        answer.put("stateMachineArn", start.machine().arn());
        answer.put("name", run.name());
        answer.put("status", run.state().name());
        answer.set("startDate", Answers.time(run.startedMillis()));
        answer.set("stopDate", Answers.time(run.stoppedMillis()));
        Answers.put(answer, "error", run.error());
        Answers.put(answer, "cause", run.cause());
        Answers.put(answer, "traceHeader", start.traceHeader());
        payloads(answer, run, request);
        long millis = run.stoppedMillis() - run.startedMillis();
        long billed = Math.max(1, (millis + BILLED_STEP - 1) / BILLED_STEP) * BILLED_STEP;
        answer.putObject("billingDetails").put("billedMemoryUsedInMB", 64).put("billedDurationInMilliseconds", billed);
        return answer;
    }

    private ExecutionRun launch(Start start, JsonNode request) {
        StartedExecution started = engine.startExecution(
                start.revision().machine(),
                Answers.text(request, "name"),
                request.path("input").asText("{}"));
        if (started.isNew()) {
            starts.put(started.run(), start);
        }
        return started.run();
    }

    /** What is to be started: a state machine, one of its versions, or what an alias chooses. */
    private Start target(JsonNode request) {
        String arn = request.path("stateMachineArn").asText();
        String name = Answers.text(request, "name");
        if (name != null) {
            Names.check(name);
        }
        Alias alias = registry.alias(arn);
        Registry.Target target = registry.target(alias == null ? arn : chosen(alias));
        Version version = target.version();
        return new Start(
                target.machine(),
                target.revision(),
                version == null ? null : version.arn(),
                alias == null ? null : alias.arn(),
                Answers.text(request, "traceHeader"));
    }

    /** The version that an alias sends its n-th execution to: by weight, a function of the seed. */
    private String chosen(Alias alias) {
        int start = aliasStarts.merge(alias.arn(), 1, Integer::sum);
        int draw = new Random(engine.seed("alias " + alias.arn() + " " + start)).nextInt(100);
        String last = "";
        for (JsonNode item : alias.routing()) {
            last = item.path("stateMachineVersionArn").asText();
            draw -= item.path("weight").asInt();
            if (draw < 0) {
                break;
            }
        }
        return last;
    }

    /** StopExecution: does nothing to one that has ended. */
    ObjectNode stop(JsonNode request) {
        ExecutionRun run = standard(request);
        engine.stop(run, Answers.text(request, "error"), Answers.text(request, "cause"));
        ObjectNode answer = Answers.empty();
        answer.set("stopDate", Answers.time(run.stoppedMillis()));
        return answer;
    }

    /** RedriveExecution: the same client token again changes nothing. */
    ObjectNode redrive(JsonNode request) {
        ExecutionRun run = standard(request);
        String token = Answers.text(request, "clientToken");
        if (token == null || !token.equals(redriveTokens.get(run))) {
            engine.redrive(run);
            if (token != null) {
                redriveTokens.put(run, token);
            }
        }
        ObjectNode answer = Answers.empty();
        answer.set("redriveDate", Answers.time(run.redrivenMillis()));
        return answer;
    }

    // ---- describe and list -----------------------------------------------------------------------------------

    /**
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html">
     *     DescribeExecution</a>
     */
    ObjectNode describe(JsonNode request) {
        ExecutionRun run = standard(request);
        Start start = startOf(run);
        ObjectNode answer = Answers.empty();
        item(answer, run, start);
        Answers.put(answer, "error", run.error());
        Answers.put(answer, "cause", run.cause());
        Answers.put(answer, "traceHeader", start == null ? null : start.traceHeader());
        payloads(answer, run, request);
        String reason = engine.notRedrivable(run);
        answer.put("redriveStatus", reason == null ? "REDRIVABLE" : "NOT_REDRIVABLE");
        Answers.put(answer, "redriveStatusReason", reason);
        return answer;
    }

    /** DescribeStateMachineForExecution: the state machine as it was when the execution was started. */
    ObjectNode describeMachine(JsonNode request) {
        ExecutionRun run = standard(request);
        if (run.mapRun() != null) {
            return childMachine(run, run.mapRun());
        }
        Start start = startOf(run);
        if (start == null) {
            throw registry.machineDoesNotExist(run.machine().arn());
        }
        ObjectNode answer = Answers.empty();
        answer.put("stateMachineArn", start.machine().arn());
        answer.set("updateDate", Answers.time(start.revision().sinceMillis()));
        MachineOperations.describe(answer, start.machine(), start.revision(), request);
        return answer;
    }

    /** What the child executions of a Map Run are executions of: the processor of the Map state. */
    private static ObjectNode childMachine(ExecutionRun run, MapRunFacts mapRun) {
        Machine machine = mapRun.childMachine();
        Definition processor = machine.program().definition();
        ObjectNode answer = Answers.empty();
        answer.put("stateMachineArn", machine.arn());
        answer.put("name", machine.name());
        answer.put(
                "definition",
                JsonText.write(processor.json().at(processor.states().pointer())));
        answer.put("roleArn", run.roleArn());
        answer.set("updateDate", Answers.time(mapRun.startedMillis()));
        answer.put("mapRunArn", mapRun.arn());
        answer.put("label", machine.name().substring(machine.name().indexOf('/') + 1));
        return answer;
    }

    /**
     * ListExecutions, latest first.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html">
     *     ListExecutions</a>
     */
    ObjectNode list(JsonNode request) {
        String arn = Answers.text(request, "stateMachineArn");
        if ((arn == null) != request.hasNonNull("mapRunArn")) {
            throw new StepFunctionsException(
                    "ValidationException",
                    "1 validation error detected: Must provide "
                            + (arn == null
                                    ? "a StateMachine ARN or MapRun ARN"
                                    : "either a StateMachine ARN or a MapRun ARN, not both"));
        }
        return arn == null
                ? listed(MapRunOperations.mapRun(engine, request).children(), request)
                : listed(executionsOf(arn), request);
    }

    private List<ExecutionRun> executionsOf(String arn) {
        Alias alias = registry.alias(arn);
        RegisteredMachine machine = alias == null
                ? registry.target(arn).machine()
                : registry.machine(Arn.of(arn, "stateMachine").unqualified());
        if (machine.express()) {
            throw typeNotSupported();
        }
        return engine.executions().stream()
                .filter(run -> belongsTo(run, machine, arn))
                .toList();
    }

    private ObjectNode listed(List<ExecutionRun> runs, JsonNode request) {
        List<ExecutionRun> latestFirst = new ArrayList<>(runs);
        latestFirst.removeIf(run -> !isWanted(run, request));
        Collections.reverse(latestFirst);
        return Page.of("ListExecutions", latestFirst, request, ExecutionRun::arn)
                .answer("executions", run -> {
                    ObjectNode item = Answers.empty();
                    item(item, run, startOf(run));
                    return item;
                });
    }

    private boolean belongsTo(ExecutionRun run, RegisteredMachine machine, String arn) {
        if (arn.equals(machine.arn())) {
            return run.machine().arn().equals(arn);
        }
        Start start = starts.get(run);
        return start != null && (arn.equals(start.versionArn()) || arn.equals(start.aliasArn()));
    }

    private static boolean isWanted(ExecutionRun run, JsonNode request) {
        String status = Answers.text(request, "statusFilter");
        String redriven = Answers.text(request, "redriveFilter");
        return (status == null || run.state().name().equals(status))
                && (redriven == null || redriven.equals("REDRIVEN") == run.redriveCount() > 0);
    }

    /** What DescribeExecution and ListExecutions both say. */
    private static void item(ObjectNode answer, ExecutionRun run, @Nullable Start start) {
        answer.put("executionArn", run.arn());
        answer.put("stateMachineArn", run.machine().arn());
        answer.put("name", run.name());
        answer.put("status", run.state().name());
        answer.set("startDate", Answers.time(run.startedMillis()));
        if (!run.isRunning()) {
            answer.set("stopDate", Answers.time(run.stoppedMillis()));
        }
        if (start != null) {
            Answers.put(answer, "stateMachineVersionArn", start.versionArn());
            Answers.put(answer, "stateMachineAliasArn", start.aliasArn());
        }
        if (run.mapRun() != null) {
            answer.put("mapRunArn", run.mapRun().arn());
        }
        answer.put("redriveCount", run.redriveCount());
        if (run.redriveCount() > 0) {
            answer.set("redriveDate", Answers.time(run.redrivenMillis()));
        }
    }

    private static void payloads(ObjectNode answer, ExecutionRun run, JsonNode request) {
        boolean included = !request.path("includedData").asText().equals("METADATA_ONLY");
        if (included) {
            answer.put("input", Answers.payload(run.inputAsGiven()));
        }
        answer.putObject("inputDetails").put("included", included);
        JsonNode output = run.output();
        if (run.state() == ExecutionStatus.SUCCEEDED && output != null) {
            if (included) {
                answer.put("output", JsonText.write(output));
            }
            answer.putObject("outputDetails").put("included", included);
        }
    }

    /** What the API knows of an execution; of one started in another way, what is known of its machine. */
    private @Nullable Start startOf(ExecutionRun run) {
        Start start = starts.get(run);
        if (start != null) {
            return start;
        }
        RegisteredMachine machine = registry.find(run.machine().arn());
        if (machine == null) {
            return null;
        }
        for (Version version : machine.versions()) {
            if (!run.machine().equals(machine.revision().machine())
                    && run.machine().equals(version.revision().machine())) {
                return new Start(machine, version.revision(), version.arn(), null, null);
            }
        }
        return new Start(machine, machine.revision(), null, null, null);
    }

    /**
     * The execution whose history a request asks for: an ARN in no form of Step Functions is one that does not exist.
     *
     * @throws StepFunctionsException InvalidArn of an EXPRESS execution (recorded), or ExecutionDoesNotExist
     */
    ExecutionRun recorded(JsonNode request) {
        String arn = request.path("executionArn").asText();
        if (!Arn.isOne(arn)) {
            throw StepFunctionsException.executionDoesNotExist(arn);
        }
        return standard(request);
    }

    /**
     * The execution that a request names.
     *
     * @throws StepFunctionsException InvalidArn, also of an EXPRESS execution (recorded), or ExecutionDoesNotExist
     */
    ExecutionRun standard(JsonNode request) {
        String arn = Arn.of(request.path("executionArn").asText(), "execution").text();
        ExecutionRun run = engine.execution(arn);
        if (run == null) {
            throw StepFunctionsException.executionDoesNotExist(arn);
        }
        return run;
    }

    private static StepFunctionsException typeNotSupported() {
        return new StepFunctionsException(
                "StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");
    }
}
