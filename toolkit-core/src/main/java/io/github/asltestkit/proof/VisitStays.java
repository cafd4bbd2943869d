package io.github.asltestkit.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.message.Times;
import io.github.asltestkit.internal.proof.ShownSteps;
import io.github.asltestkit.internal.spec.ErrorNames;
import io.github.asltestkit.internal.spec.Quotas;
import io.github.asltestkit.mock.FieldValidation;
import io.github.asltestkit.mock.RecordedCall;
import io.github.asltestkit.proof.StayReader.Companion;
import io.github.asltestkit.proof.StayReader.Tested;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stays of one visit: one for each attempt, or one of a state that makes none. */
final class VisitStays {
    /** How long a Wait state may last to be asked about: AWS waits for as long, and so does the client that asks. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final StateVisit visit;
    private final JsonNode input;
    private final Map<String, JsonNode> seen;
    private final State state;
    private final Definition definition;
    private final Tested tested;
    private final Companion companion;
    private final CallLog calls;

    VisitStays(
            StateVisit visit,
            JsonNode input,
            State state,
            Definition definition,
            Tested tested,
            Companion companion,
            CallLog calls) {
        this.visit = visit;
        this.input = input;
        this.seen = visit.seenVariables();
        this.state = state;
        this.definition = definition;
        this.tested = tested;
        this.companion = companion;
        this.calls = calls;
    }

    List<Stay> all() {
        List<Stay> stays = new ArrayList<>();
        List<Attempt> attempts = visit.attempts();
        for (Attempt attempt : attempts) {
            RecordedCall call = calls.next(attempt);
            if (attempt.number() < attempts.size()) {
                stays.add(retried(attempt, call));
            } else if (isOver(visit.outcome())) {
                stays.add(last(attempt, call));
            }
        }
        if (attempts.isEmpty() && isOver(visit.outcome())) {
            stays.add(last(null, null));
        }
        return stays;
    }

    private static boolean isOver(VisitOutcome outcome) {
        return outcome != VisitOutcome.RUNNING && outcome != VisitOutcome.ABORTED;
    }

    // ---- an attempt after which another one followed --------------------------------------------------------

    private Stay retried(Attempt attempt, @Nullable RecordedCall call) {
        Set<String> open = new LinkedHashSet<>();
        Integer retrier = attempt.retriedBy();
        ObjectNode did = JsonNodeFactory.instance.objectNode();
        did.put("status", "RETRIABLE");
        boolean own = attempt.outcome() != VisitOutcome.SUCCEEDED;
        error(did, own ? attempt.error() : null, own ? attempt.cause() : null, own && attempt.error() != null, open);
        ObjectNode data = data(did, attempt.number(), false);
        if (retrier != null) {
            ObjectNode details = data.putObject("errorDetails");
            details.put("retryIndex", retrier);
            Attempt next = visit.attempts().get(attempt.number());
            details.put(
                    "retryBackoffIntervalSeconds",
                    Math.toIntExact(Objects.requireNonNull(next.waitedBefore()).toSeconds()));
            if ("FULL"
                    .equals(tested.written()
                            .path("Retry")
                            .path(retrier)
                            .path("JitterStrategy")
                            .asText())) {
                open.add("/inspectionData/errorDetails/retryBackoffIntervalSeconds");
            }
        }
        String unprovable = retrier == null ? "a redrive made it act again, which TestState does not know" : null;
        return stay(attempt, call, retrier, did, open, unprovable);
    }

    // ---- the last one ---------------------------------------------------------------------------------------

    private Stay last(@Nullable Attempt attempt, @Nullable RecordedCall call) {
        Set<String> open = new LinkedHashSet<>();
        ObjectNode did = JsonNodeFactory.instance.objectNode();
        boolean succeeded = visit.outcome() == VisitOutcome.SUCCEEDED;
        boolean caught = visit.outcome() == VisitOutcome.CAUGHT;
        did.put("status", succeeded ? "SUCCEEDED" : caught ? "CAUGHT_ERROR" : "FAILED");
        if (succeeded || caught) {
            JsonNode output = visit.output();
            if (output != null) {
                did.set("output", output);
            }
            if (visit.next() != null) {
                did.put("nextState", visit.next());
            } else if (!state.isTerminal() && state.type() != StateType.SUCCEED) {
                // Where a part of the machine was run, or the execution was stopped between two states.
                open.add("/nextState");
            }
        }
        Integer retrier = succeeded ? null : visit.retrierIndex();
        if (!succeeded) {
            error(did, visit.error(), visit.cause(), visit.error() != null, open);
            if (visit.cause() == null && state.type() == StateType.FAIL && hasCause()) {
                open.add("/cause");
            }
        }
        ObjectNode data = data(did, attempt == null ? 1 : attempt.number(), succeeded || caught);
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        Integer catcher = caught ? visit.catcherIndex() : null;
        if (catcher != null) {
            details.put("catchIndex", catcher);
        }
        if (retrier != null) {
            details.put("retryIndex", retrier);
        }
        if (!details.isEmpty()) {
            data.set("errorDetails", details);
        }
        return stay(attempt, call, retrier, did, open, null);
    }

    /** Whether a Fail state has a cause: one that is evaluated shows in no event if the error was caught around it. */
    private boolean hasCause() {
        return tested.written().has("Cause") || tested.written().has("CausePath");
    }

    private static void error(
            ObjectNode did, @Nullable String error, @Nullable String cause, boolean known, Set<String> open) {
        if (!known) {
            open.add("/error");
            open.add("/cause");
            return;
        }
        if (error != null) {
            did.put("error", error);
        }
        if (cause != null) {
            did.put("cause", cause);
        }
    }

    /** The inspection data, as far as TestState shows it for the state. */
    private ObjectNode data(ObjectNode did, int attempt, boolean left) {
        ObjectNode data = did.putObject("inspectionData");
        data.set("input", input);
        Map<String, JsonNode> steps = visit.inspection().dataFlow().of(visit.enteredEventId(), attempt);
        for (String step : ShownSteps.of(state)) {
            JsonNode value = steps.get(step);
            if (value != null) {
                data.set(step, ShownSteps.value(step, value));
            }
        }
        for (String number : ShownSteps.NUMBERS) {
            JsonNode value = steps.get(number);
            if (value != null) {
                data.set(number, value);
            }
        }
        Map<String, JsonNode> variables = left ? visit.variables() : seen;
        if (!variables.isEmpty()) {
            data.putObject("variables").setAll(variables);
        }
        return data;
    }

    // ---- the request ----------------------------------------------------------------------------------------

    private Stay stay(
            @Nullable Attempt attempt,
            @Nullable RecordedCall call,
            @Nullable Integer retrier,
            ObjectNode did,
            Set<String> open,
            @Nullable String unprovable) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.set("definition", tested.definition());
        request.put("stateName", state.name());
        request.set("input", input);
        request.put("inspectionLevel", "DEBUG");
        if (!seen.isEmpty()) {
            request.putObject("variables").setAll(seen);
        }
        List<String> reasons = new ArrayList<>();
        if (unprovable != null) {
            reasons.add(unprovable);
        }
        boolean mocked = state.type() == StateType.TASK || !state.graphs().isEmpty();
        if (mocked) {
            mock(request, attempt, call, reasons);
            configuration(request, attempt, retrier, reasons);
        }
        context(request, mocked, attempt, call, reasons);
        if (mocked && state.type() == StateType.MAP && isReader()) {
            for (String step : ShownSteps.of(state)) {
                if (step.startsWith("afterItem")) {
                    open.add("/inspectionData/" + step);
                }
            }
        }
        unprovable(attempt, reasons);
        return new Stay(
                visit.path(),
                attempt == null ? 0 : attempt.number(),
                definition.locate(state.pointer()),
                request,
                tested.canonical(),
                did,
                open,
                new Stay.Fresh(tested.reads().uuids(), tested.reads().clock()),
                reasons.isEmpty() ? null : reasons.get(0));
    }

    private boolean isReader() {
        return tested.written().has("ItemReader");
    }

    private void unprovable(@Nullable Attempt attempt, List<String> reasons) {
        if (tested.reads().numbers()) {
            reasons.add("it makes a number from chance or from the clock, another one in each run");
        }
        Duration lasted = state.type() == StateType.WAIT ? visit.duration() : null;
        if (lasted != null && lasted.compareTo(LONGEST_WAIT) > 0) {
            reasons.add("it waits for " + Times.text(lasted)
                    + ", and TestState would wait as long, for at most five minutes");
        }
        if (attempt != null && attempt.missedHeartbeat()) {
            reasons.add("it missed a heartbeat, which no mocked error says as AWS does");
        }
        int retries = retries();
        if (retries > 0 && retries > retriedAttempts()) {
            reasons.add("a Retrier made it act again before it had called, started or run anything");
        }
    }

    private int retries() {
        int retries = 0;
        for (ExecutionNotes.Note note : visit.notes()) {
            retries += note.kind() == ExecutionNotes.Kind.RETRIER ? 1 : 0;
        }
        return retries;
    }

    private int retriedAttempts() {
        int retried = 0;
        for (Attempt attempt : visit.attempts()) {
            retried += attempt.retriedBy() != null ? 1 : 0;
        }
        return retried;
    }

    // ---- the mock -------------------------------------------------------------------------------------------

    private void mock(
            ObjectNode request, @Nullable Attempt attempt, @Nullable RecordedCall call, List<String> reasons) {
        ObjectNode mock = request.putObject("mock");
        // What a job or a worker gives is held against no model here, and so not there.
        FieldValidation mode = call != null && call.call().resource().pattern() == IntegrationPattern.REQUEST_RESPONSE
                ? call.validation()
                : null;
        if (attempt == null) {
            // It failed before it called, started or ran anything: AWS must too, whatever the mock says.
            mock.set("result", unused());
            mode = FieldValidation.NONE;
        } else if (isMapRunOverThreshold(attempt)) {
            mock.set("result", unused());
        } else if (attempt.outcome() == VisitOutcome.SUCCEEDED) {
            JsonNode result = result(attempt);
            if (result == null) {
                reasons.add("its result is not known");
            } else {
                mock.set("result", result);
                if (JsonText.utf8Size(result) > Quotas.PAYLOAD_BYTES) {
                    reasons.add("its result is longer than a mocked result may be");
                }
            }
        } else {
            ObjectNode error = mock.putObject("errorOutput");
            if (attempt.error() == null) {
                reasons.add("it failed with an error without a name, which TestState does not mock");
            } else {
                error.put("error", attempt.error());
            }
            if (attempt.cause() != null) {
                error.put("cause", attempt.cause());
            }
        }
        if (mock.has("result") && state.type() == StateType.TASK) {
            mock.put(
                    "fieldValidationMode",
                    Objects.requireNonNullElse(mode, FieldValidation.NONE).name());
        }
    }

    /** A result of the right kind, for a mock that must be there and that nothing comes of. */
    private JsonNode unused() {
        return switch (state.type()) {
            case MAP ->
                tested.written().has("ResultWriter")
                        ? JsonNodeFactory.instance.objectNode()
                        : JsonNodeFactory.instance.arrayNode();
            case PARALLEL -> {
                ArrayNode results = JsonNodeFactory.instance.arrayNode();
                state.graphs().forEach(branch -> results.addNull());
                yield results;
            }
            default -> JsonNodeFactory.instance.objectNode();
        };
    }

    private @Nullable JsonNode result(Attempt attempt) {
        if (state.type() == StateType.TASK) {
            return attempt.output();
        }
        JsonNode noted = visit.inspection()
                .dataFlow()
                .of(visit.enteredEventId(), attempt.number())
                .get("result");
        if (noted != null || attempt.branches().isEmpty()) {
            return noted;
        }
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        for (Branch branch : attempt.branches()) {
            List<StateVisit> line = branch.visits();
            JsonNode output = line.isEmpty() ? null : line.get(line.size() - 1).output();
            if (output == null) {
                return null;
            }
            results.add(output);
        }
        return results;
    }

    // ---- how often, and how many ----------------------------------------------------------------------------

    private boolean isMapRunOverThreshold(Attempt attempt) {
        return attempt.mapRunArn() != null
                && ErrorNames.EXCEED_TOLERATED_FAILURE_THRESHOLD.equals(attempt.error())
                && failedItems(attempt) > 0
                && !isReader()
                && !tested.written().has("ItemBatcher");
    }

    private long failedItems(Attempt attempt) {
        String mapRun = attempt.mapRunArn();
        return mapRun == null ? 0 : companion.failedItems().getOrDefault(mapRun, 0L);
    }

    private void configuration(
            ObjectNode request, @Nullable Attempt attempt, @Nullable Integer retrier, List<String> reasons) {
        ObjectNode configuration = JsonNodeFactory.instance.objectNode();
        if (attempt != null && retrier != null) {
            long before = visit.attempts().stream()
                    .limit(attempt.number() - 1L)
                    .filter(earlier -> retrier.equals(earlier.retriedBy()))
                    .count();
            if (before > 0) {
                configuration.put("retrierRetryCount", before);
            }
        }
        String from = attempt == null ? null : failedBelow(attempt);
        if (from != null && request.path("mock").has("errorOutput")) {
            configuration.put("errorCausedByState", from);
        }
        if (attempt != null && failedItems(attempt) > 0 && request.path("mock").has("result")) {
            if (isReader() || tested.written().has("ItemBatcher")) {
                reasons.add("items of it failed, and TestState is not told how many it read");
            } else {
                configuration.put("mapIterationFailureCount", failedItems(attempt));
            }
        }
        if (!configuration.isEmpty()) {
            request.set("stateConfiguration", configuration);
        }
    }

    /** The state below that an attempt of a Parallel or inline Map state failed with; null if it is not known. */
    private static @Nullable String failedBelow(Attempt attempt) {
        for (Branch branch : attempt.branches()) {
            List<StateVisit> line = branch.visits();
            StateVisit last = line.isEmpty() ? null : line.get(line.size() - 1);
            if (last != null && last.outcome() == VisitOutcome.FAILED) {
                return last.name();
            }
        }
        return null;
    }

    // ---- the Context object ---------------------------------------------------------------------------------

    private void context(
            ObjectNode request,
            boolean mocked,
            @Nullable Attempt attempt,
            @Nullable RecordedCall call,
            List<String> reasons) {
        if (!tested.reads().readsContext()) {
            return;
        }
        if (tested.reads().readsItem() || (tested.reads().readsAll() && worksOnItem())) {
            reasons.add("it reads the item that it works on from the Context object, which TestState is not given");
        } else if (!mocked) {
            reasons.add("it reads the Context object, which TestState takes only together with a mock");
        } else {
            ObjectNode context =
                    new ContextOfStay(visit, companion.executionArn(), tested.reads(), attempt, call).object(reasons);
            request.set("context", context);
        }
    }

    /** Whether a Map state is around it, in the same execution or in the one that started this as a child execution. */
    private boolean worksOnItem() {
        for (StateVisit around = visit.branch().parent();
                around != null;
                around = around.branch().parent()) {
            if (around.type() == StateType.MAP) {
                return true;
            }
        }
        return companion.executionArn().contains("/");
    }
}
