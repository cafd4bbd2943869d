package io.github.asltestkit.assertj.error;

import java.util.List;

/** A name is that of a state in several branches or items, and the assertion is about one of them. */
public final class ShouldNameOneState {
    private static final int SHOWN = 10;

    private ShouldNameOneState() {}

    public static Message of(Evidence evidence, String state, List<String> paths) {
        Message.Builder message = Message.verdict("State " + state + " ran in " + paths.size()
                        + " places, and this assertion is about one of them. Name it by its path.")
                .fact(
                        "one of",
                        String.join(", ", paths.subList(0, Math.min(SHOWN, paths.size())))
                                + (paths.size() > SHOWN ? ", and " + (paths.size() - SHOWN) + " more" : ""));
        return Why.UNKNOWN.addTo(message).build(paths.get(0), state);
    }
}
