package io.github.asltestkit.mock;

import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.mock.Reply.Kind;

/** An answer that a call cannot have, told at once rather than waited for. */
final class Suitability {
    private Suitability() {}

    /** @throws MockException where the answer, or what is said of it, does not suit the call */
    static void check(MockedResponse mock, Reply reply, TaskCall call) {
        IntegrationPattern pattern = call.resource().pattern();
        check(mock, reply.kind(), call);
        if (mock.isPolled() && pattern != IntegrationPattern.RUN_A_JOB) {
            throw refused(mock, call, "polls a job (polledEvery)", Kind.JOB.but());
        }
        if (mock.canNotBeCancelled() && pattern != IntegrationPattern.RUN_A_JOB) {
            throw refused(mock, call, "says that a job cannot be cancelled (whoseCancelFails)", Kind.JOB.but());
        }
        if (mock.heartbeats() != null && pattern == IntegrationPattern.REQUEST_RESPONSE) {
            throw refused(mock, call, "sends heartbeats (withHeartbeatsEvery)", "is done when the service answers");
        }
    }

    /** @throws MockException where such an answer does not suit the call */
    static void check(MockedResponse mock, Kind kind, TaskCall call) {
        if (!kind.suits(call)) {
            throw refused(mock, call, kind.says(), kind.but());
        }
    }

    private static MockException refused(MockedResponse mock, TaskCall call, String says, String but) {
        return new MockException(CallMessage.verdict(
                        "The mock \"" + mock.name() + "\" " + says + ", but " + call.statePath() + " " + but + ".")
                .fact("resource", call.resource().arn())
                .fact("pattern", pattern(call))
                .fact("at", call.place())
                .mocked(mock)
                .advice(advice(call.resource().pattern()))
                .text());
    }

    /** @throws MockException always: the heartbeats have no end */
    static MockException endless(MockedResponse mock, TaskCall call) {
        return new MockException(CallMessage.verdict("The mock \"" + mock.name() + "\" sends heartbeats to the task of "
                        + call.statePath() + " for ever, for its answer never ends it.")
                .fact("at", call.place())
                .mocked(mock)
                .advice("Say how many there are: withHeartbeatsEvery(interval, times).")
                .text());
    }

    private static String pattern(TaskCall call) {
        return switch (call.resource().pattern()) {
            case REQUEST_RESPONSE -> "Request Response";
            case RUN_A_JOB -> "Run a Job (.sync)" + (call.taskToken() == null ? ", without a task token" : "");
            case WAIT_FOR_TASK_TOKEN -> "Wait for a Callback (.waitForTaskToken)";
            case ACTIVITY -> "Activity";
        };
    }

    private static String advice(IntegrationPattern pattern) {
        return switch (pattern) {
            case REQUEST_RESPONSE ->
                "Such a call has its answer at once or after a time: returns(...), returnsAfter(...),"
                        + " fails(...), neverAnswers().";
            case RUN_A_JOB ->
                "A job is answered with jobSucceedsAfter(...), jobFailsAfter(...), jobNeverEnds(), or at once with"
                        + " returns(...) or fails(...).";
            case WAIT_FOR_TASK_TOKEN ->
                "Accept the request with accepts(), or with accepts(response) to say what the service answers. Then the"
                        + " worker returns the token: callbackSucceedsAfter(...), callbackFailsAfter(...), or"
                        + " harness.sendTaskSuccess(...) in the test. A refused request is fails(...).";
            case ACTIVITY ->
                "An Activity is answered with returns(...), fails(...), callbackSucceedsAfter(...), or by a worker:"
                        + " harness.getActivityTask(...).";
        };
    }
}
