package io.github.asltestkit.assertj.error;

import io.github.asltestkit.MapRun;
import io.github.asltestkit.internal.message.FoldedPath;
import java.util.List;
import java.util.stream.Collectors;

/** A state started no Map Run. */
public final class ShouldStartMapRun {
    private ShouldStartMapRun() {}

    public static Message of(Evidence evidence, String state, List<MapRun> runs) {
        String others = runs.stream().map(MapRun::statePath).distinct().collect(Collectors.joining(", "));
        return Why.ofStatus(evidence)
                .addTo(Message.verdict(state + " started no Map Run.")
                        .line("Map Runs of", others.isEmpty() ? "no state" : others)
                        .fact("path", FoldedPath.of(evidence.inspection().path())))
                .build(state, others);
    }
}
