package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.mock.RecordedCall;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Assertions on a call of a journal, whichever execution made it. */
@API(status = MAINTAINED, since = "0.1")
public class RecordedCallAssert extends AbstractRecordedCallAssert<RecordedCallAssert> {

    /** Asserts on a call. */
    public RecordedCallAssert(@Nullable RecordedCall actual) {
        super(actual, RecordedCallAssert.class);
    }

    @Override
    @Nullable
    Evidence evidence() {
        return null;
    }
}
