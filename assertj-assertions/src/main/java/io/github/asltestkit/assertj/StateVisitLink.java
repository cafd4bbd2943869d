package io.github.asltestkit.assertj;

import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.inspection.StateVisit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Leads to a stay in a state; to none where both are null. */
record StateVisitLink<R>(
        @Nullable StateVisit visit, @Nullable Evidence evidenceOrNull, R execution)
        implements Link<StateVisitAssert<R>> {

    @Override
    public Class<?> type() {
        return StateVisitAssert.class;
    }

    @Override
    public StateVisitAssert<R> plain() {
        return new StateVisitAssert<>(this);
    }

    Evidence evidence() {
        return Objects.requireNonNull(evidenceOrNull);
    }
}
