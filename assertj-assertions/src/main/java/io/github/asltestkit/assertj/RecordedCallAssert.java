package io.github.asltestkit.assertj;

import io.github.asltestkit.mock.RecordedCall;
import org.jspecify.annotations.Nullable;

/** Assertions on a call of a journal, whichever execution made it. */
public class RecordedCallAssert extends AbstractRecordedCallAssert<RecordedCallAssert> {

    /** Asserts on a call. */
    public RecordedCallAssert(@Nullable RecordedCall actual) {
        super(actual, RecordedCallAssert.class);
    }

    @Override
    @Nullable
    Told told() {
        return null;
    }
}
