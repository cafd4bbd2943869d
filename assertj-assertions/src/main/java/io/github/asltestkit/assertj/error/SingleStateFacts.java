package io.github.asltestkit.assertj.error;

import io.github.asltestkit.SingleStateResult;
import io.github.asltestkit.SingleStateResult.Status;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a state under test did, as messages tell it. */
public final class SingleStateFacts {
    private SingleStateFacts() {}

    /** How it ended, with its error and cause. */
    static String was(SingleStateResult result) {
        String error = result.error() == null ? "" : " with " + result.error();
        String cause = result.cause() == null ? "" : ", cause: " + result.cause();
        return result.status() + error + cause;
    }

    /** What comes next; where it would be retried, the state whose Retrier does. */
    public static @Nullable String next(SingleStateResult result) {
        return result.status() == Status.RETRIABLE ? result.handledBy() : result.nextState();
    }

    /** What became of the state, and where it is defined. */
    public static Why why(SingleStateResult result) {
        String name = result.stateName();
        String at = result.location() == null ? null : result.location().toString();
        if (result.status() == Status.SUCCEEDED) {
            String next = result.nextState();
            return new Why(name + " succeeded" + (next == null ? " and ends the execution" : ", then " + next), at);
        }
        StringBuilder text = new StringBuilder(name).append(" failed with ").append(result.error());
        Duration after = result.retryAfter();
        if (after != null) {
            text.append("; Retry[")
                    .append(result.retryIndex())
                    .append(handler(result))
                    .append(" tries again after ");
            return new Why(text.append(Times.text(after)).toString(), at);
        }
        text.append("; ");
        text.append(
                result.retryIndex() == null
                        ? "no Retrier matches"
                        : "Retry[" + result.retryIndex() + "] matches, but is exhausted");
        text.append("; ");
        text.append(
                result.catchIndex() == null
                        ? "no Catcher matches"
                        : "Catch[" + result.catchIndex() + handler(result) + " leads to " + result.nextState());
        return new Why(Text.cut(text.toString(), 400), at);
    }

    /** Whose handler it is, where it is one of a state around the tested one. */
    private static String handler(SingleStateResult result) {
        String state = result.handledBy();
        return state == null || state.equals(result.stateName()) ? "]" : "] of " + state;
    }
}
