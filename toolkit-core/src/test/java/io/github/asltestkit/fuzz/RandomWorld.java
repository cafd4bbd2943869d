package io.github.asltestkit.fuzz;

import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.integration.TaskResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Answers in any way that the port allows: a function of its seed and of the calls that were made. */
final class RandomWorld implements TaskIntegration {
    private static final List<String> ERRORS = List.of(
            "Boom",
            "Busy",
            "States.Timeout",
            "States.TaskFailed",
            "States.ALL",
            "States.Http.StatusCode.404",
            "",
            "Lambda.ServiceException",
            "States.HeartbeatTimeout",
            "States.DataLimitExceeded",
            "States.Runtime");

    private final Random random;
    private final Mutator mutator;

    RandomWorld(Random random, Mutator mutator) {
        this.random = random;
        this.mutator = mutator;
    }

    @Override
    public boolean answers(TaskCall call) {
        return random.nextInt(4) == 0;
    }

    @Override
    public TaskReaction call(TaskCall call) {
        List<Step> steps = new ArrayList<>();
        int count = random.nextInt(8) == 0 ? random.nextInt(4) : 1;
        if (call.taskToken() != null && isSubmitted(call) && random.nextInt(4) > 0) {
            steps.add(new Step.Submitted(after(), mutator.value()));
        }
        for (int i = 0; i < count; i++) {
            Step step = step();
            boolean ofAPart = step instanceof Step.Submitted || step instanceof Step.SubmitFailed;
            if (!ofAPart || isSubmitted(call)) {
                steps.add(step);
            }
        }
        return new TaskReaction(steps);
    }

    /** A function or an Activity is not submitted, and a mock that says so is told. */
    private static boolean isSubmitted(TaskCall call) {
        return call.resource().kind() == TaskResource.Kind.SERVICE;
    }

    private Step step() {
        return switch (random.nextInt(12)) {
            case 0 -> new Step.Failed(after(), error(), text());
            case 1 -> new Step.Failed(after(), mutator.one(ERRORS), text());
            case 2 -> new Step.TimedOut(after(), error(), text());
            case 3 -> new Step.StartFailed(after(), error(), text());
            case 4 -> new Step.SubmitFailed(after(), error(), text());
            case 5 -> new Step.Heartbeat(after());
            case 6 -> new Step.Started(after(), random.nextBoolean() ? null : "w");
            case 7 -> new Step.Submitted(after(), mutator.value());
            case 8 -> new Step.Succeeded(after(), Mutator.json("{\"Payload\": {\"ok\": true}}"));
            default -> new Step.Succeeded(after(), mutator.value());
        };
    }

    private Duration after() {
        return random.nextInt(3) > 0 ? Duration.ZERO : Duration.ofMillis(random.nextInt(20_000));
    }

    private String error() {
        return random.nextInt(6) == 0 ? null : mutator.one(ERRORS);
    }

    private String text() {
        return random.nextInt(6) == 0 ? null : "because";
    }

    @Override
    public CancelOutcome cancel(TaskCall call, AbortReason reason) {
        return new CancelOutcome(random.nextBoolean(), "cancelled");
    }
}
