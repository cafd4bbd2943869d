package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.message.Timestamps;

/** An execution described as its callers see it in a state: names in PascalCase, in the order of the alphabet (recorded). */
final class ExecutionDescription {
    private static final long BILLED_STEP_MILLIS = 100;
    private static final long BILLED_MEMORY_MB = 64;

    private ExecutionDescription() {}

    /**
     * As {@code states:startExecution.sync} sees it: dates as milliseconds.
     *
     * @param parsed whether input and output are JSON ({@code .sync:2}) or text ({@code .sync})
     */
    static ObjectNode ofJob(ExecutionRun run, boolean parsed) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        putFailure(node, run);
        node.put("ExecutionArn", run.arn());
        put(node, "Input", run.input, parsed);
        node.put("Name", run.name());
        putOutput(node, run, parsed);
        putRedrive(node, run, run.stoppedMillis());
        node.put("StartDate", run.startedMillis);
        node.put("StateMachineArn", run.machine.arn());
        node.put("Status", run.state().name());
        node.put("StopDate", run.stoppedMillis());
        return node;
    }

    /** As {@code aws-sdk:sfn:describeExecution} sees it. */
    static ObjectNode of(ExecutionRun run, long nowMillis) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        putFailure(node, run);
        node.put("ExecutionArn", run.arn());
        put(node, "Input", run.input, false);
        node.put("Name", run.name());
        putOutput(node, run, false);
        putRedrive(node, run, nowMillis);
        putDates(node, run);
        return node;
    }

    /** As {@code aws-sdk:sfn:startSyncExecution} sees it. */
    static ObjectNode ofSyncExecution(ExecutionRun run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        long millis = run.stoppedMillis() - run.startedMillis;
        long billed = Math.max(1, (millis + BILLED_STEP_MILLIS - 1) / BILLED_STEP_MILLIS) * BILLED_STEP_MILLIS;
        node.putObject("BillingDetails")
                .put("BilledDurationInMilliseconds", billed)
                .put("BilledMemoryUsedInMB", BILLED_MEMORY_MB);
        putFailure(node, run);
        node.put("ExecutionArn", run.arn());
        put(node, "Input", run.input, false);
        node.put("Name", run.name());
        putOutput(node, run, false);
        putDates(node, run);
        return node;
    }

    private static void putFailure(ObjectNode node, ExecutionRun run) {
        if (run.cause() != null) {
            node.put("Cause", run.cause());
        }
        if (run.error() != null) {
            node.put("Error", run.error());
        }
    }

    private static void putOutput(ObjectNode node, ExecutionRun run, boolean parsed) {
        JsonNode output = run.output();
        if (output != null) {
            put(node, "Output", output, parsed);
        }
    }

    private static void put(ObjectNode node, String field, JsonNode value, boolean parsed) {
        if (parsed) {
            node.set(field, value);
        } else {
            node.put(field, JsonText.write(value));
        }
        node.putObject(field + "Details").put("Included", true);
    }

    private static void putRedrive(ObjectNode node, ExecutionRun run, long nowMillis) {
        String reason = Redrives.notRedrivable(run, nowMillis);
        node.put("RedriveCount", run.redriveCount);
        node.put("RedriveStatus", reason == null ? "REDRIVABLE" : "NOT_REDRIVABLE");
        if (reason != null) {
            node.put("RedriveStatusReason", reason);
        }
    }

    private static void putDates(ObjectNode node, ExecutionRun run) {
        node.put("StartDate", Timestamps.text(run.startedMillis));
        node.put("StateMachineArn", run.machine.arn());
        node.put("Status", run.state().name());
        if (run.state() != ExecutionStatus.RUNNING) {
            node.put("StopDate", Timestamps.text(run.stoppedMillis()));
        }
    }
}
