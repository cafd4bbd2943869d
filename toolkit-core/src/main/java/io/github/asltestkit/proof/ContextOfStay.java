package io.github.asltestkit.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Timestamps;
import io.github.asltestkit.internal.proof.Reads;
import io.github.asltestkit.mock.RecordedCall;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The Context object of a stay: the fields that its state reads, and no others, so that equal stays stay equal. */
final class ContextOfStay {
    private final StateVisit visit;
    private final String arn;
    private final Reads reads;
    private final @Nullable Attempt attempt;
    private final @Nullable RecordedCall call;
    private final ObjectNode context = JsonNodeFactory.instance.objectNode();

    ContextOfStay(StateVisit visit, String arn, Reads reads, @Nullable Attempt attempt, @Nullable RecordedCall call) {
        this.visit = visit;
        this.arn = arn;
        this.reads = reads;
        this.attempt = attempt;
        this.call = call;
    }

    /** @param reasons gets a reason if a field that is read is not known */
    ObjectNode object(List<String> reasons) {
        HistoryEvent started = visit.inspection().history().events().get(0);
        boolean express = arn.contains(":express:");
        text("Execution", "Id", () -> arn);
        if (reads.reads("Execution", "Input")) {
            part("Execution").set("Input", visit.inspection().input());
        }
        text("Execution", "Name", () -> name(arn, express));
        text("Execution", "RoleArn", () -> started.details().text("roleArn"));
        if (reads.reads("Execution", "RedriveCount") && !express) {
            part("Execution").put("RedriveCount", 0);
        }
        text("Execution", "StartTime", () -> time(visit.inspection().startedAt()));
        text("StateMachine", "Id", () -> machine(arn));
        text("StateMachine", "Name", () -> machine(arn).substring(machine(arn).lastIndexOf(':') + 1));
        text("State", "Name", visit::name);
        text("State", "EnteredTime", () -> time(visit.enteredAt()));
        if (reads.reads("State", "RetryCount")) {
            part("State").put("RetryCount", attempt == null ? 0 : attempt.number() - 1);
        }
        if (reads.reads("Task", "Token")) {
            String token = call == null ? null : call.call().taskToken();
            if (token != null) {
                part("Task").put("Token", token);
            } else if (!reads.readsAll()) {
                reasons.add("it reads its task token, which is not known");
            }
        }
        return context;
    }

    private void text(String part, String field, Supplier<@Nullable String> value) {
        if (reads.reads(part, field)) {
            String text = value.get();
            if (text != null) {
                part(part).put(field, text);
            }
        }
    }

    private ObjectNode part(String name) {
        JsonNode part = context.get(name);
        return part == null ? context.putObject(name) : (ObjectNode) part;
    }

    private static String machine(String arn) {
        return arn.replaceFirst(":(?:execution|express):", ":stateMachine:")
                .replaceFirst("(:stateMachine:[^:]+):.*", "$1");
    }

    private static String name(String arn, boolean express) {
        String[] parts = arn.split(":", -1);
        return express ? parts[parts.length - 2] : parts[parts.length - 1];
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : Timestamps.text(instant.toEpochMilli());
    }
}
