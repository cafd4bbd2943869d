package io.github.asltestkit.internal.explore;

import io.github.asltestkit.explore.Choice;
import io.github.asltestkit.internal.shard.Shard;
import java.util.List;

/** What else can go wrong in a run, for whoever does not search over all of it. */
public final class OneMoreFault {
    private final Extensions extensions;

    /** In the runs of a world. */
    public OneMoreFault(World world) {
        this.extensions = new Extensions(world, Settings.of(Shard.WHOLE));
    }

    /** Choices of which each makes another run of the plan of a run, in the order of its calls. */
    public List<Choice> of(RunRecord run) {
        return extensions.of(run);
    }
}
