package io.github.asltestkit.assertj;

import io.github.asltestkit.MapRun;
import io.github.asltestkit.assertj.error.Evidence;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Leads to the Map Run of a distributed Map state. */
record MapRunLink<R>(@Nullable MapRun run, @Nullable Evidence evidenceOrNull, R execution)
        implements Link<MapRunAssert<R>> {

    @Override
    public Class<?> type() {
        return MapRunAssert.class;
    }

    @Override
    public MapRunAssert<R> plain() {
        return new MapRunAssert<>(this);
    }

    Evidence evidence() {
        return Objects.requireNonNull(evidenceOrNull);
    }
}
