package io.github.asltestkit.internal.awssdk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;

/** GetExecutionHistory, page by page. */
public final class FetchedHistory {
    /** The most events of a page. */
    private static final int PAGE = 1_000;

    private FetchedHistory() {}

    /** All events of an execution, as the AWS command line prints them. */
    public static String json(SfnClient client, String executionArn) {
        ObjectNode history = JsonNodeFactory.instance.objectNode();
        ArrayNode events = history.putArray("events");
        client.getExecutionHistoryPaginator(GetExecutionHistoryRequest.builder()
                        .executionArn(executionArn)
                        .maxResults(PAGE)
                        .includeExecutionData(true)
                        .build())
                .events()
                .forEach(event -> events.add(ApiJson.of(event)));
        return history.toString();
    }
}
