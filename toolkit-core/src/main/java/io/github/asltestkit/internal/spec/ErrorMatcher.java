package io.github.asltestkit.internal.spec;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code ErrorEquals}. {@code States.ALL} matches every error but {@code States.Runtime}; {@code States.TaskFailed} every
 * error but a timeout and a JSONata expression that fails (measured); a missed heartbeat is reported as {@code States.Timeout} and matched by that and by
 * {@code States.HeartbeatTimeout}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors in Step
 *     Functions workflows</a>
 */
public record ErrorMatcher(List<String> errorEquals) {

    /** What goes wrong around a task and not in it. */
    private static final Set<String> NOT_OF_THE_TASK =
            Set.of(ErrorNames.TIMEOUT, ErrorNames.RUNTIME, ErrorNames.QUERY_EVALUATION_ERROR);

    public ErrorMatcher {
        errorEquals = List.copyOf(errorEquals);
    }

    /**
     * @param error the error's name, or null where the task failed without one
     * @param missedHeartbeat whether it is a timeout for want of a heartbeat
     */
    public boolean matches(@Nullable String error, boolean missedHeartbeat) {
        for (String name : errorEquals) {
            boolean match = switch (name) {
                case ErrorNames.ALL -> !ErrorNames.RUNTIME.equals(error);
                case ErrorNames.TASK_FAILED -> !NOT_OF_THE_TASK.contains(String.valueOf(error));
                case ErrorNames.HEARTBEAT_TIMEOUT -> missedHeartbeat || name.equals(error);
                default -> name.equals(error);
            };
            if (match) {
                return true;
            }
        }
        return false;
    }
}
