package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.assertj.error.Message;
import io.github.asltestkit.assertj.error.ShouldAnswerDuplicatesAlike;
import io.github.asltestkit.assertj.error.ShouldEnterEveryHandler;
import io.github.asltestkit.assertj.error.ShouldExploreEverything;
import io.github.asltestkit.assertj.error.ShouldHaveOneOutcome;
import io.github.asltestkit.assertj.error.ShouldHoldInEveryRun;
import io.github.asltestkit.assertj.error.ShouldLeaveNoJobRunning;
import io.github.asltestkit.assertj.error.ShouldLeaveNoTokenWaiting;
import io.github.asltestkit.assertj.error.ShouldNeverWaitForTheQuota;
import io.github.asltestkit.assertj.error.Smallest;
import io.github.asltestkit.explore.Choice;
import io.github.asltestkit.explore.DeadHandler;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.history.ExecutionStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on every run of an exploration. The first of them runs it. A failure shows the smallest run that breaks what is
 * asserted: what went wrong in it, its timeline, and a test that does the same.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class ExplorationAssert extends AslAssert<ExplorationAssert, Exploration> {

    /** Asserts on an exploration. */
    public ExplorationAssert(@Nullable Exploration actual) {
        super(actual, ExplorationAssert.class);
    }

    /**
     * No run waits for something that only the quota of the service ends: a year, or five minutes for Express. A fault that
     * shows it is a job that never ends, or a worker that never answers, where the state has no deadline.
     */
    public ExplorationAssert neverWaitsForTheQuota() {
        return never(ExploredRun::waitsForTheQuota, ShouldNeverWaitForTheQuota::of);
    }

    /** No job runs on when its run has ended: each has ended itself, or was cancelled. */
    public ExplorationAssert leavesNoJobRunning() {
        return never(run -> !run.jobsLeftRunning().isEmpty(), ShouldLeaveNoJobRunning::of);
    }

    /**
     * No worker is left with a task token when its run has ended, unless a deadline of the definition had given it up, and no run
     * waits for a token until the quota ends it.
     */
    public ExplorationAssert leavesNoTokenWaiting() {
        return never(run -> !run.tokensLeftWaiting().isEmpty(), ShouldLeaveNoTokenWaiting::of);
    }

    /** A function that is called twice for one call gives the same answer twice; see {@link Exploration#duplicates()}. */
    public ExplorationAssert answersDuplicatesAlike() {
        return never(run -> !run.callsAnsweredDifferently().isEmpty(), ShouldAnswerDuplicatesAlike::of);
    }

    /**
     * A rule of yours holds in every run.
     *
     * @param rule the rule in words, for the message
     * @param holds whether it holds; asked once for each run
     */
    public ExplorationAssert always(String rule, Predicate<? super ExploredRun> holds) {
        return never(run -> !holds.test(run), (result, broken) -> ShouldHoldInEveryRun.of(result, broken, rule));
    }

    /**
     * Whichever line of states goes first, runs with the same faults end alike: with the same status, error and output; see
     * {@link Exploration#orders(String...)}.
     */
    public ExplorationAssert hasOneOutcome() {
        List<ExploredRun> pair = new ArrayList<>();
        return check(
                () -> {
                    Map<List<Choice>, ExploredRun> first = new HashMap<>();
                    for (ExploredRun run : actual.result().runs()) {
                        ExploredRun known = first.putIfAbsent(run.plan().choices(), run);
                        if (known != null && !outcome(known).equals(outcome(run))) {
                            pair.addAll(List.of(known, run));
                            return false;
                        }
                    }
                    return true;
                },
                () -> told(ShouldHaveOneOutcome.of(actual.result(), pair), pair.get(1)));
    }

    /** How a run ended. */
    private record Ending(
            ExecutionStatus status,
            @Nullable String error,
            @Nullable JsonNode output) {}

    private static Ending outcome(ExploredRun run) {
        return new Ending(run.status(), run.error(), run.output());
    }

    /** Some run enters each Retrier and each Catcher. */
    public ExplorationAssert entersEveryHandler() {
        return check(
                () -> actual.result().deadHandlers().isEmpty(),
                () -> ShouldEnterEveryHandler.of(
                        actual.result(), actual.result().deadHandlers()));
    }

    /**
     * Some run enters each Retrier and each Catcher but these.
     *
     * @param dead such as {@code Catch[1] of ChargeCard}
     */
    public ExplorationAssert entersEveryHandlerBut(String... dead) {
        List<String> expected = List.of(dead);
        return check(
                () -> others(expected).isEmpty(), () -> ShouldEnterEveryHandler.of(actual.result(), others(expected)));
    }

    private List<DeadHandler> others(List<String> expected) {
        return actual.result().deadHandlers().stream()
                .filter(handler -> !expected.contains(handler.field() + " of " + handler.state()))
                .toList();
    }

    /** All runs within the bound were run, not a sample of them. */
    public ExplorationAssert isComplete() {
        return check(() -> actual.result().isComplete(), () -> ShouldExploreEverything.of(actual.result()));
    }

    private ExplorationAssert never(
            Predicate<ExploredRun> breaks, BiFunction<ExplorationResult, List<ExploredRun>, Message> otherwise) {
        List<ExploredRun> broken = new ArrayList<>();
        return check(
                () -> {
                    actual.result().runs().stream().filter(breaks).forEach(broken::add);
                    return broken.isEmpty();
                },
                () -> told(otherwise.apply(actual.result(), List.copyOf(broken)), Smallest.of(broken)));
    }

    /** The report shows the run that a message is about. */
    private Message told(Message message, ExploredRun run) {
        actual.noteCounterexample(message.text().lines().findFirst().orElse(""), run);
        return message;
    }
}
