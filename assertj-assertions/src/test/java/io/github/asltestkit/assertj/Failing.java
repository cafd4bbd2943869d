package io.github.asltestkit.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.opentest4j.AssertionFailedError;

/** Holds a failure to its whole text, and to what every text has to keep. */
final class Failing {
    private Failing() {}

    static void fails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionFailedError.class).hasMessage(message);
        assertThat(message.lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(119).matches("[ -~]*"));
    }
}
