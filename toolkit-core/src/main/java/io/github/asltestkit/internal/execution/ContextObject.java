package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.internal.execution.Frame.MapItem;
import io.github.asltestkit.internal.message.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The Context object.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">Accessing execution
 *     data from the Context object</a>
 */
final class ContextObject {

    private ContextObject() {}

    static JsonNode of(Visit visit, @Nullable MapItem item) {
        ExecutionRun run = visit.frame.run;
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        ObjectNode execution = context.putObject("Execution");
        execution.put("Id", run.arn());
        execution.set("Input", run.input);
        execution.put("StartTime", timestamp(run.startedMillis));
        execution.put("Name", run.name());
        execution.put("RoleArn", run.roleArn);
        if (!run.express) {
            execution.put("RedriveCount", run.redriveCount);
            if (run.redriveCount > 0) {
                execution.put("RedriveTime", timestamp(run.redrivenMillis));
            }
        }
        ObjectNode machine = context.putObject("StateMachine");
        machine.put("Id", run.machine.arn());
        machine.put("Name", run.machine.name());
        ObjectNode state = context.putObject("State");
        state.put("Name", run.watch.nameInContext(visit.step));
        state.put("EnteredTime", timestamp(visit.enteredMillis));
        StateType type = visit.step.type();
        if (type == StateType.TASK || type == StateType.PARALLEL || type == StateType.MAP) {
            state.put("RetryCount", visit.retryCount);
        }
        if (visit.taskToken != null) {
            context.putObject("Task").put("Token", visit.taskToken);
        }
        if (item != null) {
            context.putObject("Map").set("Item", item(item));
        }
        return context;
    }

    /** {@code Map.Item}. */
    static ObjectNode item(MapItem item) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("Index", item.index());
        if (item.key() != null) {
            node.put("Key", item.key());
        }
        node.set("Value", item.value());
        if (item.source() != null) {
            node.put("Source", item.source());
        }
        return node;
    }

    /** ISO-8601 in UTC with as many digits of a second as it needs, in groups of three, as AWS writes it. */
    private static String timestamp(long millis) {
        return Timestamps.text(millis);
    }
}
