package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.program.Stage;
import io.github.asltestkit.internal.program.StateScope;
import io.github.asltestkit.internal.program.Step.MapStep;
import io.github.asltestkit.internal.spec.ErrorNames;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many items of a Map state run at once, and how many may fail.
 *
 * @param maxConcurrency {@code MaxConcurrency}; 0 for none
 * @param toleratedFailureCount {@code ToleratedFailureCount}, or null
 * @param toleratedFailurePercentage {@code ToleratedFailurePercentage}, or null
 */
record MapRunLimits(
        long maxConcurrency,
        @Nullable Long toleratedFailureCount,
        @Nullable Double toleratedFailurePercentage) {

    /** {@code MaxConcurrency} of a state. */
    static long maxConcurrency(MapStep step, StateScope scope) {
        long most = step.maxConcurrency().evaluate(scope);
        scope.saw(Stage.MAX_CONCURRENCY, JsonNodeFactory.instance.numberNode(most));
        return most;
    }

    /** The limits of a state, which evaluates its tolerance after its concurrency and its MapStateStarted event. */
    static MapRunLimits of(long maxConcurrency, Visit visit, MapStep step, StateScope scope) {
        try {
            Long count = step.toleratedFailureCount() == null
                    ? null
                    : step.toleratedFailureCount().evaluate(scope);
            if (count != null) {
                scope.saw(Stage.TOLERATED_FAILURE_COUNT, JsonNodeFactory.instance.numberNode(count));
            }
            Double percentage = step.toleratedFailurePercentage() == null
                    ? null
                    : step.toleratedFailurePercentage().evaluate(scope);
            if (percentage != null) {
                scope.saw(Stage.TOLERATED_FAILURE_PERCENTAGE, JsonNodeFactory.instance.numberNode(percentage));
            }
            return new MapRunLimits(maxConcurrency, count, percentage);
        } catch (EvaluationException failed) {
            if (failed.error().equals(ErrorNames.QUERY_EVALUATION_ERROR)) {
                // AWS evaluates these fields after MapStateStarted, but links the failure as that of any other field.
                visit.frame.lastEventId = visit.enteredEventId;
            }
            throw failed;
        }
    }

    /** UpdateMapRun: a limit that is null stays as it is. */
    MapRunLimits updated(@Nullable Long concurrency, @Nullable Long count, @Nullable Double percentage) {
        return new MapRunLimits(
                concurrency == null ? maxConcurrency : concurrency,
                count == null ? toleratedFailureCount : count,
                percentage == null ? toleratedFailurePercentage : percentage);
    }

    /** How many child executions run at once. */
    long window() {
        return maxConcurrency == 0 ? Quotas.MAP_RUN_CONCURRENCY : Math.min(maxConcurrency, Quotas.MAP_RUN_CONCURRENCY);
    }

    // The two rules of tolerance differ because AWS's do. With neither limit a Map Run fails with its first failed
    // item, and
    // a limit of zero is none while the other allows more (measured); TestState then says SUCCEEDED (recorded).

    /** Whether more items have failed than a Map Run tolerates. */
    boolean isExceededInRun(long failed, LongSupplier items) {
        Long count = toleratedFailureCount;
        Double percentage = toleratedFailurePercentage;
        boolean counted = count != null && count > 0;
        boolean rated = percentage != null && percentage > 0;
        if (failed == 0) {
            return false;
        }
        return (!counted && !rated)
                || (count != null && count > 0 && failed > count)
                || (percentage != null && percentage > 0 && 100.0 * failed / items.getAsLong() > percentage);
    }

    /** Whether more items have failed than TestState tolerates. */
    boolean isExceededInTestState(long failed, long items) {
        return (toleratedFailureCount != null && failed > toleratedFailureCount)
                || (toleratedFailurePercentage != null
                        && items > 0
                        && 100.0 * failed / items > toleratedFailurePercentage);
    }
}
