package io.github.asltestkit.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.opentest4j.AssertionFailedError;

/** Holds a failure to its whole text, and to what every text has to keep. */
final class Failing {
    /** A line of these tests, which another test above it would move. */
    private static final Pattern LINE = Pattern.compile("\\.java:[0-9]+\\)");

    private Failing() {}

    static void fails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionFailedError.class)
                .extracting(failure -> LINE.matcher(failure.getMessage()).replaceAll(".java:LINE)"))
                .isEqualTo(message);
        assertThat(message.lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(119).matches("[ -~]*"));
    }
}
