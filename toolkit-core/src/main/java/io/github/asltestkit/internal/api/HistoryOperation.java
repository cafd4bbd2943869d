package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.internal.execution.ExecutionRun;
import io.github.asltestkit.internal.json.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * GetExecutionHistory.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">
 *     GetExecutionHistory</a>
 */
final class HistoryOperation {
    private static final Set<String> DATA = Set.of("input", "output");

    private HistoryOperation() {}

    static ObjectNode get(ExecutionRun run, JsonNode request) {
        List<HistoryEvent> events = run.events();
        if (request.path("reverseOrder").asBoolean()) {
            events = new ArrayList<>(events);
            Collections.reverse(events);
        }
        Page<HistoryEvent> page =
                Page.of("GetExecutionHistory " + run.arn(), events, request, event -> String.valueOf(event.id()));
        JsonNode printed = JsonText.tryParse(ExecutionHistory.of(page.items()).toJson());
        ArrayNode array = (ArrayNode) (printed == null ? Answers.empty() : printed).withArray("events");
        boolean data = request.path("includeExecutionData").asBoolean(true);
        for (int i = 0; i < array.size(); i++) {
            ObjectNode event = (ObjectNode) array.get(i);
            event.set("timestamp", Answers.time(page.items().get(i).timestamp().toEpochMilli()));
            if (!data) {
                withoutData(event);
            }
        }
        ObjectNode answer = Answers.empty();
        answer.set("events", array);
        Answers.put(answer, "nextToken", page.nextToken());
        return answer;
    }

    private static void withoutData(ObjectNode event) {
        for (Map.Entry<String, JsonNode> field : event.properties()) {
            if (field.getValue() instanceof ObjectNode details) {
                details.remove(DATA);
            }
        }
    }
}
