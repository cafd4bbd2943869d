package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.history.MapRunCounts;
import io.github.asltestkit.history.MapRunStatus;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.execution.Engine;
import io.github.asltestkit.internal.execution.ExecutionRun;
import io.github.asltestkit.internal.execution.MapRunFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** List, describe and update the Map Runs of distributed Map states. */
final class MapRunOperations {
    private final Engine engine;
    private final ExecutionOperations executions;

    MapRunOperations(Engine engine, ExecutionOperations executions) {
        this.engine = engine;
        this.executions = executions;
    }

    /** ListMapRuns of an execution, in the order in which they were started. */
    ObjectNode list(JsonNode request) {
        ExecutionRun parent = executions.standard(request);
        List<MapRunFacts> all = engine.mapRuns().stream()
                .filter(mapRun -> mapRun.parent().equals(parent))
                .toList();
        return Page.of("ListMapRuns", all, request, MapRunFacts::arn).answer("mapRuns", mapRun -> {
            ObjectNode item = Answers.empty();
            item.put("executionArn", parent.arn());
            item.put("mapRunArn", mapRun.arn());
            item.put("stateMachineArn", mapRun.childMachine().arn());
            dates(item, mapRun);
            return item;
        });
    }

    /**
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeMapRun.html">
     *     DescribeMapRun</a>
     */
    ObjectNode describe(JsonNode request) {
        MapRunFacts mapRun = mapRun(engine, request);
        ObjectNode answer = Answers.empty();
        answer.put("mapRunArn", mapRun.arn());
        answer.put("executionArn", mapRun.parent().arn());
        answer.put("status", mapRun.status().name());
        dates(answer, mapRun);
        answer.put("maxConcurrency", mapRun.maxConcurrency());
        answer.put("toleratedFailurePercentage", mapRun.toleratedFailurePercentage());
        answer.put("toleratedFailureCount", mapRun.toleratedFailureCount());
        counts(answer.putObject("itemCounts"), mapRun.itemCounts());
        counts(answer.putObject("executionCounts"), mapRun.executionCounts());
        answer.put("redriveCount", mapRun.redriveCount());
        if (mapRun.redriveCount() > 0) {
            answer.set("redriveDate", Answers.time(mapRun.redrivenMillis()));
        }
        return answer;
    }

    /** UpdateMapRun: what a request does not name stays as it is. */
    ObjectNode update(JsonNode request) {
        MapRunFacts mapRun = mapRun(engine, request);
        if (mapRun.status() != MapRunStatus.RUNNING) {
            throw new StepFunctionsException(
                    "ValidationException", "The Map Run is " + mapRun.status() + " and cannot be updated");
        }
        JsonNode percentage = given(request, "toleratedFailurePercentage");
        engine.update(
                mapRun,
                whole(request, "maxConcurrency"),
                whole(request, "toleratedFailureCount"),
                percentage == null ? null : percentage.doubleValue());
        return Answers.empty();
    }

    private static @Nullable Long whole(JsonNode request, String field) {
        JsonNode value = given(request, field);
        return value == null ? null : value.longValue();
    }

    private static @Nullable JsonNode given(JsonNode request, String field) {
        return request.hasNonNull(field) ? request.get(field) : null;
    }

    /**
     * The Map Run that a request names.
     *
     * @throws StepFunctionsException InvalidArn or ResourceNotFound
     */
    static MapRunFacts mapRun(Engine engine, JsonNode request) {
        String arn = Arn.of(request.path("mapRunArn").asText(), "mapRun").text();
        MapRunFacts mapRun = engine.mapRun(arn);
        if (mapRun == null) {
            throw new StepFunctionsException("ResourceNotFound", "Resource not found: '" + arn + "'");
        }
        return mapRun;
    }

    private static void dates(ObjectNode answer, MapRunFacts mapRun) {
        answer.set("startDate", Answers.time(mapRun.startedMillis()));
        if (mapRun.status() != MapRunStatus.RUNNING) {
            answer.set("stopDate", Answers.time(mapRun.stoppedMillis()));
        }
    }

    private static void counts(ObjectNode answer, MapRunCounts counts) {
        answer.put("pending", counts.pending());
        answer.put("running", counts.running());
        answer.put("succeeded", counts.succeeded());
        answer.put("failed", counts.failed());
        answer.put("timedOut", counts.timedOut());
        answer.put("aborted", counts.aborted());
        answer.put("total", counts.total());
        answer.put("resultsWritten", counts.resultsWritten());
        answer.put("failuresNotRedrivable", counts.failuresNotRedrivable());
        answer.put("pendingRedrive", counts.pendingRedrive());
    }
}
