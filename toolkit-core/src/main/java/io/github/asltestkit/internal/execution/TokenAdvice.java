package io.github.asltestkit.internal.execution;

import io.github.asltestkit.internal.message.Facts;
import io.github.asltestkit.internal.message.Text;
import java.util.List;

/**
 * What a test should know when a task token is refused: whose it was, who ended the task, and which tokens there are.
 *
 * @param waiting the tasks whose tokens can be returned now, such as {@code Approve, attempt 1}
 */
record TokenAdvice(List<String> waiting) {
    /** Enough of a token to recognise it. */
    private static final int SHOWN_OF_A_TOKEN = 40;

    private static final int SHOWN_TASKS = 5;

    /** For a token that was never issued here. */
    String unknown(String token) {
        return new Facts()
                .cut("given", '"' + Text.cut(token, SHOWN_OF_A_TOKEN) + '"')
                .wrapped("tokens of", tasks())
                .text();
    }

    /**
     * For a token that somebody else issued.
     *
     * @param reason how that shows
     */
    String foreign(String token, String reason) {
        return unknown(token) + "\n" + reason;
    }

    /**
     * For the token of a task that has ended.
     *
     * @param task its path and attempt
     * @param ending how it ended, when, and by whom
     */
    String ended(String task, String ending) {
        return new Facts()
                .whole("task", task)
                .whole("ended", ending)
                .wrapped("tokens of", tasks())
                .text();
    }

    private String tasks() {
        if (waiting.isEmpty()) {
            return "no task: none waits for its token now";
        }
        int more = waiting.size() - SHOWN_TASKS;
        return String.join("; ", waiting.subList(0, Math.min(SHOWN_TASKS, waiting.size())))
                + (more > 0 ? "; and " + more + " more" : "") + ". Use execution.taskToken(state).";
    }
}
