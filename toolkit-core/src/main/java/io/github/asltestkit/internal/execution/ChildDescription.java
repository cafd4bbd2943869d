package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.schedule.EventQueue;
import org.jspecify.annotations.Nullable;

/**
 * What a ResultWriter exports of a child execution beside its output.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter:
 *     Transformation NONE</a>
 */
final class ChildDescription {
    private ChildDescription() {}

    static ObjectNode of(ExecutionRun child) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (child.cause() != null) {
            node.put("Cause", child.cause());
        }
        if (child.error() != null) {
            node.put("Error", child.error());
        }
        node.put("ExecutionArn", child.arn);
        payload(node, "Input", child.input);
        node.put("Name", child.name);
        payload(node, "Output", child.output());
        if (!child.express) {
            String notRedrivable = Redrives.notRedrivable(child, child.nowMillis());
            node.put("RedriveCount", child.redriveCount);
            node.put("RedriveStatus", notRedrivable == null ? "REDRIVABLE" : "NOT_REDRIVABLE");
            if (notRedrivable != null) {
                node.put("RedriveStatusReason", notRedrivable);
            }
        }
        node.put("StartDate", EventQueue.instant(child.startedMillis).toString());
        node.put("StateMachineArn", child.machine.arn());
        node.put("Status", child.state().name());
        if (child.state() != ExecutionStatus.RUNNING) {
            node.put("StopDate", EventQueue.instant(child.stoppedMillis()).toString());
        }
        return node;
    }

    /** A child execution that was never started. */
    static ObjectNode pending(MapRunFacts run, ChildInput input) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        payload(node, "Input", input.input());
        node.put("StateMachineArn", run.childMachine().arn());
        node.put("Status", "PENDING");
        return node;
    }

    private static void payload(ObjectNode node, String field, @Nullable JsonNode value) {
        if (value != null) {
            node.put(field, JsonText.write(value));
            node.putObject(field + "Details").put("Included", true);
        }
    }
}
