package io.github.asltestkit.assertj.error;

import io.github.asltestkit.explore.DeadHandler;
import io.github.asltestkit.explore.ExplorationResult;
import java.util.ArrayList;
import java.util.List;

/** No run of an exploration enters some Retrier or Catcher. */
public final class ShouldEnterEveryHandler {
    private ShouldEnterEveryHandler() {}

    public static Message of(ExplorationResult result, List<DeadHandler> dead) {
        Message.Builder message = Message.verdict("No run of " + Counterexample.name(result)
                        + " enters some of its Retriers and Catchers: no fault of its calls leads there.")
                .line("search", result.extent())
                .block();
        List<String> lines = new ArrayList<>();
        for (DeadHandler handler : dead) {
            lines.add(handler.toString());
            lines.add("  at " + handler.place());
        }
        return message.lines(lines)
                .build(List.of(), dead.stream().map(DeadHandler::toString).toList());
    }
}
