package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import java.util.List;

/** Retries that wait for longer than the whole state machine may run. */
final class RetryTimeRule implements Rule {
    private static final double DEFAULT_RATE = 2.0;
    private static final long DEFAULT_ATTEMPTS = 3;

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.warning(
                "RETRY_LONGER_THAN_TIMEOUT",
                "All attempts of a Retrier wait for longer than the TimeoutSeconds of the state machine",
                "The last attempts never happen",
                "concepts-error-handling.html"));
    }

    @Override
    public void check(Definition definition, Findings findings) {
        Long timeout = definition.timeoutSeconds();
        if (timeout != null) {
            check(definition.states(), timeout, findings);
        }
    }

    private static void check(StateGraph graph, long timeout, Findings findings) {
        for (State state : graph.states().values()) {
            for (Retrier retrier : state.retry()) {
                if (waitsLongerThan(retrier, timeout)) {
                    findings.warning(
                            "RETRY_LONGER_THAN_TIMEOUT",
                            "All attempts of this Retrier wait for longer than the state machine's TimeoutSeconds of "
                                    + timeout,
                            retrier.pointer(),
                            null);
                }
            }
            state.graphs().forEach(inner -> check(inner, timeout, findings));
        }
    }

    private static boolean waitsLongerThan(Retrier retrier, long timeout) {
        double interval = retrier.intervalSeconds() == null ? 1 : retrier.intervalSeconds();
        double rate = retrier.backoffRate() == null ? DEFAULT_RATE : retrier.backoffRate();
        double cap = retrier.maxDelaySeconds() == null ? Double.MAX_VALUE : retrier.maxDelaySeconds();
        long attempts = retrier.maxAttempts() == null ? DEFAULT_ATTEMPTS : retrier.maxAttempts();
        double total = 0;
        for (long attempt = 0; attempt < attempts && total <= timeout; attempt++) {
            total += Math.min(interval, cap);
            interval *= rate;
        }
        return total > timeout;
    }
}
