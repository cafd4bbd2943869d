package io.github.asltestkit;

import io.github.asltestkit.internal.generate.SearchBounds;
import io.github.asltestkit.internal.generate.World;
import java.util.List;

/** Where scenarios are run, for tests of other packages. */
public final class GenerationWorlds {
    private GenerationWorlds() {}

    public static World of(StateMachine machine) {
        HarnessOptions options = HarnessOptions.defaults().of(machine).withStepLimit(SearchBounds.USUAL.steps());
        return new GenerationWorld(machine, List.of(), options, 2 * SearchBounds.USUAL.calls());
    }
}
