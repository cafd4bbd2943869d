package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.integration.TaskIntegration.AbortReason;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.program.CatchPolicy;
import io.github.asltestkit.internal.program.Flow.Completion;
import io.github.asltestkit.internal.program.RetryPolicy;
import io.github.asltestkit.internal.program.Step;
import io.github.asltestkit.internal.schedule.Timer;
import io.github.asltestkit.internal.spec.ErrorNames;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every state does: it is entered, acts, fails or is retried, and is exited. The action itself is the business of a
 * {@link StateAction} for each state type.
 */
final class Interpreter implements StateFlow {
    private final EventLoop loop;
    private final Engine engine;

    Interpreter(EventLoop loop, Engine engine) {
        this.loop = loop;
        this.engine = engine;
    }

    @Override
    public void endsBelow(Visit visit) {
        loop.endsBelow(visit);
    }

    @Override
    public void enterLater(Frame frame, Step step, JsonNode input) {
        frame.next = step;
        frame.nextInput = input;
        loop.ready(frame, () -> enter(frame, step, input));
    }

    @SuppressWarnings("ReferenceEquality") // A step is itself; comparing records by value would walk the definition.
    private void enter(Frame frame, Step step, JsonNode input) {
        if (frame.ended || !frame.run.isRunning() || frame.next != step) {
            return;
        }
        frame.next = null;
        frame.nextInput = null;
        loop.countStep(frame.run, step);
        ExecutionRun run = frame.run;
        long previous = frame.lastEventId;
        Object shown = frame == run.root && run.history.size() == 1 ? run.inputAsGiven : input;
        try {
            long id = run.write(StateEvents.entered(step.type()), previous, HistoryWriter.entered(step.name(), shown));
            frame.lastEventId = id;
            Visit visit = new Visit(frame, step, input, loop.nowMillis(), previous, id);
            frame.visit = visit;
            RunListener listener = run.host.listener();
            if (listener != RunListener.NONE) { // a path costs more than the question
                listener.entered(run.arn(), step.name(), visit.path());
            }
            act(visit);
        } catch (ExecutionEndedException ended) {
            // The history is full, or the state ended the execution: nothing is left to do here.
        }
    }

    @Override
    public void redrive(Frame frame, long previousEventId) {
        frame.ended = false;
        frame.lastEventId = previousEventId;
        Visit visit = frame.visit;
        Step next = frame.next;
        JsonNode nextInput = frame.nextInput;
        if (visit != null) {
            visit.redrive();
            loop.ready(frame, () -> resume(visit, () -> redrive(visit)));
        } else if (next != null && nextInput != null) {
            enterLater(frame, next, nextInput);
        }
    }

    /** A Parallel or Map state keeps what has succeeded below it, where that goes on; all others act anew. */
    private void redrive(Visit visit) {
        Redrivable below = visit.below;
        if (below != null && below.isRedrivable()) {
            below.redrive();
        } else {
            action(visit).act(this, visit);
        }
    }

    /** Does the state's action, for the first time or again. */
    private void act(Visit visit) {
        guarded(visit, () -> action(visit).act(this, visit));
    }

    @Override
    public void guarded(Visit visit, Runnable part) {
        try {
            part.run();
        } catch (EvaluationException failed) {
            failEvaluation(visit, failed);
        } catch (StateFailedException failed) {
            fail(visit, failed.failure());
        }
    }

    @Override
    public Timer after(Visit visit, long delayMillis, Timer.Reason reason, Runnable part) {
        return loop.timer(visit.frame, delayMillis, reason, () -> resume(visit, part));
    }

    @Override
    public void resume(Visit visit, Runnable part) {
        if (visit.frame.visit != visit || !visit.frame.run.isRunning()) {
            return;
        }
        try {
            guarded(visit, part);
        } catch (ExecutionEndedException ended) {
            // As in enter: nothing is left to do here.
        }
    }

    private StateAction action(Visit visit) {
        return switch (visit.step.type()) {
            case PASS -> new PassAction();
            case TASK -> new TaskAction(engine);
            case CHOICE -> new ChoiceAction();
            case WAIT -> new WaitAction();
            case SUCCEED -> new SucceedAction();
            case FAIL -> new FailAction();
            case PARALLEL -> new ParallelAction();
            case MAP -> new MapAction(engine);
        };
    }

    // ---- the end of a state ----------------------------------------------------------------------------------

    @Override
    public void succeed(Visit visit, Completion completion, @Nullable String next) {
        checkSize(visit, completion.output());
        assign(visit, completion.assigned());
        Frame frame = visit.frame;
        if (frame.run.watch.exited(completion, next)) {
            frame.run.end(ExecutionStatus.SUCCEEDED, completion.output(), null, null);
            return;
        }
        frame.lastEventId = frame.run.write(
                StateEvents.exited(visit.step.type()),
                frame.lastEventId,
                StateEvents.exited(visit.step.name(), completion));
        frame.visit = null;
        if (next == null || isLastOfPart(frame, visit)) {
            end(frame, completion.output());
        } else {
            enterLater(frame, frame.graph.step(next), completion.output());
        }
    }

    private static boolean isLastOfPart(Frame frame, Visit visit) {
        return frame.parent == null && visit.step.name().equals(frame.run.part.stopAfter());
    }

    private void end(Frame frame, JsonNode output) {
        frame.ended = true;
        if (frame.parent != null) {
            frame.parent.frameSucceeded(frame, output);
            return;
        }
        ExecutionRun run = frame.run;
        run.writeLast(HistoryEventType.EXECUTION_SUCCEEDED, frame.lastEventId, HistoryWriter.output(output));
        run.end(ExecutionStatus.SUCCEEDED, output, null, null);
    }

    /** A state's output over the limit ends the execution: nothing can catch it. What came in was measured before. */
    @SuppressWarnings("ReferenceEquality") // An equal tree that is another one is only measured once more.
    private void checkSize(Visit visit, JsonNode output) {
        if (output == visit.input) {
            return;
        }
        if (visit.frame.run.meter.utf8Size(output) > Quotas.PAYLOAD_BYTES) {
            failFrame(
                    visit.frame,
                    Failure.of(
                            ErrorNames.DATA_LIMIT_EXCEEDED,
                            "The state/task '" + visit.step.name()
                                    + "' returned a result with a size exceeding the maximum number of bytes service"
                                    + " limit."));
            throw new ExecutionEndedException();
        }
        if (visit.frame.run.meter.wasTooDeep()) {
            failFrame(visit.frame, tooDeep(visit));
            throw new ExecutionEndedException();
        }
    }

    /** What a state hands on is read and written again and again, and that has to be possible. */
    private static Failure tooDeep(Visit visit) {
        return Failure.of(
                ErrorNames.RUNTIME,
                "The state/task '" + visit.step.name() + "' made a value that is nested more deeply than "
                        + JsonText.MAX_DEPTH + " levels.");
    }

    @Override
    @SuppressWarnings(
            "ReferenceEquality") // What came in was checked before; comparing trees would cost more than measuring.
    public JsonNode checkDepth(Visit visit, JsonNode value) {
        if (value != visit.input && visit.frame.run.meter.isTooDeep(value)) {
            failFrame(visit.frame, tooDeep(visit));
            throw new ExecutionEndedException();
        }
        return value;
    }

    /**
     * What one Assign assigns has the limit of a payload, and all variables of an execution together have one of their own.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Passing data between
     *     states with variables</a>
     */
    private void assign(Visit visit, Map<String, JsonNode> assigned) {
        if (assigned.isEmpty()) {
            return;
        }
        ExecutionRun run = visit.frame.run;
        Variables variables = visit.frame.variables;
        Variables alone = new Variables(null);
        alone.assign(assigned);
        variables.assign(assigned);
        for (JsonNode value : assigned.values()) {
            checkDepth(visit, value);
        }
        if (alone.size(run.meter) > Quotas.PAYLOAD_BYTES || variables.size(run.meter) > Quotas.VARIABLES_BYTES) {
            failFrame(
                    visit.frame,
                    Failure.of(
                            ErrorNames.DATA_LIMIT_EXCEEDED,
                            "The state/task '" + visit.step.name()
                                    + "' assigned variables with a size exceeding the maximum number of bytes service"
                                    + " limit."));
            throw new ExecutionEndedException();
        }
    }

    // ---- failures --------------------------------------------------------------------------------------------

    /** An expression failed: JSONPath ends the frame; JSONata is an error like any other, after its own event. */
    private void failEvaluation(Visit visit, EvaluationException failed) {
        if (visit.activity instanceof Branches branches) {
            // An item could not be selected while others run: they are over, and a redrive begins anew.
            branches.abort(branches.abortReason());
            visit.below = null;
        }
        Failure failure = evaluationFailure(visit, failed);
        if (failed.error().equals(ErrorNames.RUNTIME)) {
            failExecution(visit.frame, failure);
        } else {
            fail(visit, failure);
        }
    }

    /** What a failed expression fails a state with; one of JSONata is an event of its own before that. */
    private static Failure evaluationFailure(Visit visit, EvaluationException failed) {
        Failure failure = Failure.of(failed.error(), visit.causeOf(failed));
        Frame frame = visit.frame;
        if (failed.error().equals(ErrorNames.QUERY_EVALUATION_ERROR)) {
            // AWS links this event to what came before the state, as long as the state has not acted (recorded).
            long previous = frame.lastEventId == visit.enteredEventId && visit.step.type() != StateType.WAIT
                    ? visit.previousEventId
                    : frame.lastEventId;
            frame.lastEventId = frame.run.write(
                    HistoryEventType.EVALUATION_FAILED,
                    previous,
                    EventDetails.of(
                            "error",
                            failed.error(),
                            "cause",
                            failure.cause(),
                            "location",
                            failed.location(),
                            "state",
                            visit.step.name()));
        }
        return failure;
    }

    @Override
    public void fail(Visit visit, Failure failure) {
        if (visit.activity instanceof Branches below) {
            // An expression of the Parallel or Map state itself failed.
            below.abort(below.abortReason());
        }
        visit.activity = null;
        if (retry(visit, failure)) {
            return;
        }
        HistoryEventType failed = StateEvents.failed(visit.step.type());
        if (failed != null) {
            Frame frame = visit.frame;
            frame.lastEventId = frame.run.write(failed, frame.lastEventId, EventDetails.NONE);
        }
        if (!caught(visit, failure)) {
            failFrame(visit.frame, failure);
        }
    }

    private boolean retry(Visit visit, Failure failure) {
        List<RetryPolicy> policies = visit.step.retry();
        for (int i = 0; i < policies.size(); i++) {
            RetryPolicy policy = policies.get(i);
            if (!policy.errors().matches(failure.error(), failure.missedHeartbeat())) {
                continue;
            }
            long[] retries = visit.retries;
            StateWatch watch = visit.frame.run.watch;
            if (retries == null) {
                retries = new long[policies.size()];
                retries[i] = watch.retriesBefore();
                visit.retries = retries;
            }
            if (retries[i] >= policy.maxAttempts()) {
                watch.exhausted(i);
                return false;
            }
            if (watch.retried(visit, i, policy.backoffSeconds(retries[i]), failure)) {
                visit.frame.run.end(ExecutionStatus.FAILED, null, failure.error(), failure.cause());
                return true;
            }
            long delay = policy.delayMillis(retries[i], visit.random());
            retries[i]++;
            visit.frame.run.notes.add(visit, ExecutionNotes.Kind.RETRIER, i);
            TimerActivity.start(
                    this,
                    visit,
                    delay,
                    () -> "retry of " + visit.path() + " by Retry[" + indexOf(policies, policy) + "], attempt "
                            + (visit.attempt() + 1),
                    () -> {
                        visit.retryAgain();
                        action(visit).act(this, visit);
                    });
            return true;
        }
        return false;
    }

    private static int indexOf(List<RetryPolicy> policies, RetryPolicy policy) {
        return policies.indexOf(policy);
    }

    private boolean caught(Visit visit, Failure failure) {
        List<CatchPolicy> policies = visit.step.catchers();
        for (int i = 0; i < policies.size(); i++) {
            CatchPolicy policy = policies.get(i);
            if (policy.errors().matches(failure.error(), failure.missedHeartbeat())) {
                caughtBy(visit, policy, i, failure);
                return true;
            }
        }
        return false;
    }

    /** The Catcher leads elsewhere, unless what it hands on fails: no Retrier or Catcher of the state takes that failure. */
    private void caughtBy(Visit visit, CatchPolicy policy, int index, Failure failure) {
        Completion completion;
        try {
            completion = policy.complete(VisitScope.of(visit), failure.errorOutput());
        } catch (EvaluationException failed) {
            Failure own = evaluationFailure(visit, failed);
            if (failed.error().equals(ErrorNames.RUNTIME)) {
                failExecution(visit.frame, own);
            } else {
                failFrame(visit.frame, own);
            }
            return;
        }
        visit.frame.run.watch.caught(visit, index, failure);
        visit.frame.run.notes.add(visit, ExecutionNotes.Kind.CATCHER, index);
        succeed(visit, completion, policy.next());
    }

    /** Nothing in the frame handles the failure: it fails the Parallel or Map state around it, or the execution. */
    void failFrame(Frame frame, Failure failure) {
        frame.ended = true;
        if (frame.parent != null) {
            frame.parent.frameFailed(frame, failure);
            return;
        }
        endFailed(frame.run, frame.lastEventId, failure);
    }

    /**
     * "These errors are not retriable, and will always cause the execution to fail." In a branch or an iteration too: no event
     * of the Parallel or Map state around it tells of the failure (measured).
     */
    private void failExecution(Frame frame, Failure failure) {
        long last = frame.lastEventId;
        ExecutionLife.abort(frame.run, AbortReason.EXECUTION_STOPPED);
        endFailed(frame.run, last, failure);
    }

    private static void endFailed(ExecutionRun run, long previousEventId, Failure failure) {
        run.watch.failed(failure);
        run.writeLast(
                HistoryEventType.EXECUTION_FAILED,
                previousEventId,
                EventDetails.of("error", failure.error(), "cause", failure.cause()));
        run.end(ExecutionStatus.FAILED, null, failure.error(), failure.cause());
    }
}
