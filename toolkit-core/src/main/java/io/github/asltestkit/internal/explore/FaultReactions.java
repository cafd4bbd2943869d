package io.github.asltestkit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.explore.Fault;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.ServiceCatalogue.FailureRule;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.spec.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a fault makes of a call: the reaction that the engine sees in place of the script's. */
final class FaultReactions {
    /** The longest timeout of a Lambda function. */
    private static final Duration LONGEST_FUNCTION = Duration.ofMinutes(15);

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private static final TextNode TOO_LARGE = TextNode.valueOf("x".repeat(Quotas.PAYLOAD_BYTES + 1));

    private static final String CAUSE = "Injected by an exploration";

    private FaultReactions() {}

    /** Whether the call is made for real, so that the script answers it and its effect happens. */
    static boolean reachesTheWorld(Fault fault) {
        return switch (fault.kind()) {
            case FAILS, REFUSED, FUNCTION_TIMES_OUT, FAILING_RESPONSE, ITEMS_FAIL -> false;
            case JOB_FAILS,
                    JOB_NEVER_ENDS,
                    CANCEL_REFUSED,
                    WORKER_FAILS,
                    SILENT,
                    SILENT_AFTER_HEARTBEAT,
                    LATE,
                    ANSWERED_TWICE,
                    RESPONSE_TOO_LARGE,
                    RESPONSE_LOST,
                    CALLED_TWICE,
                    EXECUTED_TWICE -> true;
        };
    }

    /** Whether the journal has what the script answered, rather than what the state saw. */
    static boolean journalHasTheRealAnswer(Fault fault) {
        return switch (fault.kind()) {
            case RESPONSE_LOST, CANCEL_REFUSED, CALLED_TWICE -> true;
            default -> false;
        };
    }

    /** Whether the call goes its way as the script has it: the fault comes later, or is a repetition. */
    static boolean isOfTheScript(Fault fault) {
        return switch (fault.kind()) {
            case CANCEL_REFUSED, CALLED_TWICE, EXECUTED_TWICE -> true;
            default -> false;
        };
    }

    /** @param real what the script answers; null if it was not asked */
    static TaskReaction of(Fault fault, TaskCall call, @Nullable TaskReaction real) {
        String error = fault.error();
        IntegrationPattern pattern = call.resource().pattern();
        TaskReaction scripted = real == null ? new TaskReaction(List.of()) : real;
        Duration end = endAfter(scripted);
        return switch (fault.kind()) {
            case FAILS, REFUSED -> of(Step.refusal(pattern, Duration.ZERO, error, cause(call, error)));
            case JOB_FAILS -> accepted(call, scripted, new Step.Failed(end, error, "{\"Status\":\"FAILED\"}"));
            case WORKER_FAILS -> accepted(call, scripted, new Step.Failed(end, error, CAUSE));
            case JOB_NEVER_ENDS -> accepted(call, scripted);
            case SILENT -> pattern == IntegrationPattern.REQUEST_RESPONSE ? of() : accepted(call, scripted);
            case SILENT_AFTER_HEARTBEAT -> {
                Long seconds = call.heartbeatSeconds();
                long half = (seconds == null ? 1 : seconds) * 500;
                yield accepted(
                        call, scripted, new Step.Heartbeat(start(scripted).plusMillis(half)));
            }
            case LATE -> accepted(call, scripted, new Step.Succeeded(late(call, scripted), output(scripted)));
            case ANSWERED_TWICE -> {
                List<Step> steps = new ArrayList<>(scripted.steps());
                steps.add(new Step.Succeeded(end.plus(ONE_SECOND), output(scripted)));
                yield new TaskReaction(steps);
            }
            case FUNCTION_TIMES_OUT ->
                of(new Step.Failed(LONGEST_FUNCTION, error, "Task timed out after 900.00 seconds"));
            case RESPONSE_TOO_LARGE -> accepted(call, scripted, new Step.Succeeded(end, tooLarge(call)));
            case FAILING_RESPONSE -> failing(call);
            case RESPONSE_LOST ->
                of(Step.refusal(
                        pattern, pattern == IntegrationPattern.REQUEST_RESPONSE ? end : Duration.ZERO, error, CAUSE));
            case ITEMS_FAIL -> of(Step.refusal(pattern, Duration.ZERO, MapItems.ERROR, CAUSE));
            case CANCEL_REFUSED, CALLED_TWICE, EXECUTED_TWICE -> scripted;
        };
    }

    private static TaskReaction of(Step... steps) {
        return new TaskReaction(List.of(steps));
    }

    /** The cause as AWS words it: of an error that a function itself has thrown, an object. */
    private static String cause(TaskCall call, @Nullable String error) {
        boolean ofFunction = FaultCatalogue.isLambda(call.resource()) && error != null && !error.startsWith("Lambda.");
        if (!ofFunction) {
            return CAUSE;
        }
        ObjectNode cause = JsonNodeFactory.instance.objectNode();
        cause.put("errorMessage", CAUSE);
        cause.put("errorType", error);
        return cause.toString();
    }

    /** The script's acceptance of the request, and other steps after it than the script's. */
    private static TaskReaction accepted(TaskCall call, TaskReaction scripted, Step... after) {
        List<Step> steps = new ArrayList<>();
        boolean submitted = false;
        for (Step step : scripted.steps()) {
            if (step instanceof Step.Submitted || step instanceof Step.Started) {
                steps.add(step);
                submitted |= step instanceof Step.Submitted;
            }
        }
        IntegrationPattern pattern = call.resource().pattern();
        boolean accepts = pattern == IntegrationPattern.RUN_A_JOB || pattern == IntegrationPattern.WAIT_FOR_TASK_TOKEN;
        if (!submitted && accepts) {
            steps.add(0, new Step.Submitted(Duration.ZERO, JsonNodeFactory.instance.objectNode()));
        }
        steps.addAll(List.of(after));
        return new TaskReaction(steps);
    }

    private static Duration endAfter(TaskReaction reaction) {
        for (Step step : reaction.steps()) {
            if (step.endsTask()) {
                return step.after();
            }
        }
        return Duration.ZERO;
    }

    /** When a call's answer ends it on the virtual clock; null if it never does. */
    static @Nullable Instant endOf(TaskCall call, TaskReaction reaction) {
        return reaction.steps().stream().anyMatch(Step::endsTask)
                ? call.scheduledAt().plus(endAfter(reaction))
                : null;
    }

    private static JsonNode output(TaskReaction reaction) {
        for (Step step : reaction.steps()) {
            if (step instanceof Step.Succeeded succeeded) {
                return succeeded.output();
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** When the worker of an Activity takes its task; at once of anything else. */
    private static Duration start(TaskReaction reaction) {
        for (Step step : reaction.steps()) {
            if (step instanceof Step.Started started) {
                return started.after();
            }
        }
        return Duration.ZERO;
    }

    private static Duration late(TaskCall call, TaskReaction scripted) {
        Long timeout = call.timeoutSeconds();
        Long heartbeat = call.heartbeatSeconds();
        long deadline =
                Math.min(timeout == null ? Long.MAX_VALUE : timeout, heartbeat == null ? Long.MAX_VALUE : heartbeat);
        return start(scripted)
                .plusSeconds(deadline == Long.MAX_VALUE ? 0 : deadline)
                .plus(ONE_SECOND);
    }

    private static JsonNode tooLarge(TaskCall call) {
        if (call.resource().service().equals("lambda")) {
            ObjectNode envelope = JsonNodeFactory.instance.objectNode();
            envelope.set("Payload", TOO_LARGE);
            return envelope;
        }
        return TOO_LARGE;
    }

    private static TaskReaction failing(TaskCall call) {
        TaskResource resource = call.resource();
        FailureRule rule = ServiceCatalogue.load().failureRule(resource);
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        if (rule != null && rule.field().endsWith("Count")) {
            response.put(rule.field(), 1);
        } else if (rule != null) {
            response.putArray(rule.field()).addObject().put("Reason", CAUSE);
        }
        return resource.pattern() == IntegrationPattern.REQUEST_RESPONSE
                ? of(new Step.Succeeded(Duration.ZERO, response))
                : of(new Step.Submitted(Duration.ZERO, response));
    }

    /** Whether the script itself lets a call fail with the error of a fault, so that the fault changes nothing. */
    static boolean isScripted(Fault fault, @Nullable TaskReaction scripted) {
        if (scripted == null || fault.error() == null || fault.kind() == Fault.Kind.RESPONSE_LOST) {
            return false;
        }
        for (Step step : scripted.steps()) {
            if ((step instanceof Step.Failed failed && fault.error().equals(failed.error()))
                    || (step instanceof Step.SubmitFailed refused
                            && fault.error().equals(refused.error()))) {
                return true;
            }
        }
        return false;
    }
}
