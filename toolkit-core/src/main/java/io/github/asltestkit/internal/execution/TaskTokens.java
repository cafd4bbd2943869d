package io.github.asltestkit.internal.execution;

import io.github.asltestkit.integration.StepFunctionsException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The task tokens of an engine, dead or alive.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token">Wait for a
 *     callback with the task token</a>
 */
final class TaskTokens {
    private final Map<String, TaskAttempt> attempts = new HashMap<>();
    private final Ids ids;
    private final String account;

    TaskTokens(Ids ids, String account) {
        this.ids = ids;
        this.account = account;
    }

    /** A token for an attempt, which no other attempt has. */
    String issue(TaskAttempt attempt, String use) {
        String token = ids.token(account, use);
        attempts.put(token, attempt);
        attempt.run().tokens.add(token);
        return token;
    }

    /** Whether a token was issued here. */
    boolean hasIssued(String token) {
        return attempts.containsKey(token);
    }

    /**
     * The task that a token completes, checked as the service checks it.
     *
     * @throws StepFunctionsException InvalidToken for what is no token, or one of another account; TaskDoesNotExist;
     *     TaskTimedOut where the task has ended
     */
    TaskAttempt openTask(@Nullable String token) {
        if (token == null) {
            throw new IllegalArgumentException(
                    "The task token is null. execution.taskToken(state) returns the token of a"
                            + " task that waits; a call without a token passes null to its mock.");
        }
        String issuer = token.isEmpty() || token.length() > TaskAttempt.MAX_TOKEN_LENGTH
                ? null
                : Ids.accountOf(token).orElse(null);
        if (issuer == null) {
            throw StepFunctionsException.invalidToken().withAdvice(advice().unknown(token));
        }
        if (!issuer.equals(account)) {
            throw StepFunctionsException.invalidToken()
                    .withAdvice(advice().foreign(
                                    token,
                                    "It is a token of account " + issuer + ", and this harness runs in " + account
                                            + "."));
        }
        TaskAttempt attempt = attempts.get(token);
        if (attempt == null) {
            throw StepFunctionsException.taskDoesNotExist()
                    .withAdvice(advice().foreign(
                                    token,
                                    "This harness did not issue it: is it a token of another test, or from a file?"));
        }
        if (!attempt.isOpen()) {
            throw StepFunctionsException.taskTimedOut().withAdvice(advice().ended(attempt.name(), attempt.ending()));
        }
        return attempt;
    }

    private TokenAdvice advice() {
        return new TokenAdvice(attempts.values().stream()
                .filter(TaskAttempt::isOpen)
                .sorted(Comparator.comparingLong(attempt -> attempt.call().id()))
                .map(TaskAttempt::name)
                .toList());
    }

    /** Of an execution that is not kept no token is known. */
    void forget(ExecutionRun run) {
        run.tokens.forEach(attempts::remove);
    }
}
