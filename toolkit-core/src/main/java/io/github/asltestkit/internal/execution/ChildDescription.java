package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.message.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * What a ResultWriter exports of a child execution beside its output.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter:
 *     Transformation NONE</a>
 */
final class ChildDescription {
    private final StringBuilder json;
    private char before = '{';

    private ChildDescription(StringBuilder json) {
        this.json = json;
    }

    static void write(ExecutionRun child, StringBuilder json) {
        new ChildDescription(json).write(child);
    }

    private void write(ExecutionRun child) {
        putIfPresent("Cause", child.cause());
        putIfPresent("Error", child.error());
        put("ExecutionArn", child.arn());
        payload("Input", child.input);
        putPlain("Name", child.name());
        payload("Output", child.output());
        if (!child.express) {
            String notRedrivable = Redrives.notRedrivable(child, child.nowMillis());
            name("RedriveCount").append(child.redriveCount);
            putPlain("RedriveStatus", notRedrivable == null ? "REDRIVABLE" : "NOT_REDRIVABLE");
            if (notRedrivable != null) {
                putPlain("RedriveStatusReason", notRedrivable);
            }
        }
        putPlain("StartDate", Timestamps.text(child.startedMillis));
        put("StateMachineArn", child.machine.arn());
        putPlain("Status", child.state().name());
        if (child.state() != ExecutionStatus.RUNNING) {
            putPlain("StopDate", Timestamps.text(child.stoppedMillis()));
        }
        json.append('}');
    }

    /** A child execution that was never started. */
    static void writePending(MapRunFacts run, ChildInput input, StringBuilder json) {
        ChildDescription description = new ChildDescription(json);
        description.payload("Input", input.input());
        description.put("StateMachineArn", run.childMachine().arn());
        description.putPlain("Status", "PENDING");
        json.append('}');
    }

    private StringBuilder name(String field) {
        json.append(before);
        before = ',';
        return json.append('"').append(field).append("\":");
    }

    /** Of a text of our own making, without a character to escape. */
    private void putPlain(String field, String value) {
        name(field).append('"').append(value).append('"');
    }

    private void put(String field, String value) {
        JsonText.appendString(name(field), value);
    }

    private void putIfPresent(String field, @Nullable String value) {
        if (value != null) {
            put(field, value);
        }
    }

    private void payload(String field, @Nullable JsonNode value) {
        if (value != null) {
            put(field, JsonText.write(value));
            name(field + "Details").append("{\"Included\":true}");
        }
    }
}
