package io.github.asltestkit.internal.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.time.VirtualClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The routes by which another process reads, moves and runs the clock. Each answers with the clock as it then is. */
final class Control {
    static final String PREFIX = "/asl-testkit/";

    private final VirtualClock clock;
    private final Consumer<String> runToEnd;

    Control(VirtualClock clock, Consumer<String> runToEnd) {
        this.clock = clock;
        this.runToEnd = runToEnd;
    }

    JsonNode answer(String method, String path, JsonNode body) {
        switch (method + " " + path.substring(PREFIX.length())) {
            case "GET clock" -> {
                // Only to be shown.
            }
            case "POST clock/advance" -> advance(body);
            case "POST run" -> {
                if (!body.path("executionArn").isTextual()) {
                    throw invalid("Which execution should run? Send {\"executionArn\": \"...\"}");
                }
                runToEnd.accept(body.path("executionArn").textValue());
            }
            default ->
                throw new StepFunctionsException(
                        "UnknownOperationException",
                        "There is no route " + method + " " + path + "; there are GET " + PREFIX + "clock, POST "
                                + PREFIX + "clock/advance, POST " + PREFIX + "run");
        }
        return shown();
    }

    private void advance(JsonNode body) {
        try {
            if (body.has("by")) {
                clock.advanceBy(Duration.parse(body.path("by").asText()));
            } else if (body.has("to")) {
                clock.advanceTo(Instant.parse(body.path("to").asText()));
            } else if (body.isObject() && body.isEmpty()) {
                clock.advanceToNextEvent();
            } else {
                throw invalid("Say {\"by\": \"PT1H\"}, {\"to\": \"2024-01-01T12:00:00Z\"}, or {} for the next event");
            }
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw invalid(String.valueOf(unreadable.getMessage()));
        } catch (IllegalArgumentException backwards) {
            throw invalid(String.valueOf(backwards.getMessage()));
        }
    }

    private ObjectNode shown() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("now", clock.instant().toString());
        answer.put("elapsed", clock.elapsed().toString());
        ArrayNode timers = answer.putArray("pendingTimers");
        clock.pendingTimers()
                .forEach(timer ->
                        timers.addObject().put("due", timer.due().toString()).put("reason", timer.reason()));
        return answer;
    }

    private static StepFunctionsException invalid(String message) {
        return new StepFunctionsException("ValidationException", message);
    }
}
