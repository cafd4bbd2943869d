package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.asltestkit.Execution;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** What holds for all messages. */
class MessageFormTest {

    @Test
    void an_ide_gets_expected_and_actual() {
        AssertionFailedError failure = catchThrowableOfType(
                AssertionFailedError.class,
                () -> assertThat(Samples.succeeded()).tookPath("ValidateOrder", "ShipOrder"));
        Assertions.assertThat(failure.getExpected().getStringRepresentation()).contains("ValidateOrder -> ShipOrder");
        Assertions.assertThat(failure.getActual().getStringRepresentation()).contains("ValidateOrder -> ChargeCard");
    }

    @Test
    void the_description_of_the_test_comes_first() {
        Assertions.assertThatThrownBy(
                        () -> assertThat(Samples.succeeded()).as("order %d", 7).hasFailed())
                .hasMessageStartingWith("[order 7] Execution of order.asl.json was expected to fail");
    }

    @Test
    void a_long_path_is_shown_around_its_first_difference() {
        String states = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "\"Step " + i + " \u00fc\": {\"Type\": \"Pass\", "
                        + (i == 40 ? "\"End\": true" : "\"Next\": \"Step " + (i + 1) + " \u00fc\"") + "}")
                .collect(Collectors.joining(", "));
        Execution execution = Samples.harness(
                        "long.asl.json", "{\"StartAt\": \"Step 1 \u00fc\", \"States\": {" + states + "}}")
                .run();
        String[] expected = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> i == 30 ? "Other" : "Step " + i + " \u00fc")
                .toArray(String[]::new);
        Assertions.assertThatThrownBy(() -> assertThat(execution).tookPath(expected))
                .message()
                .satisfies(message -> Assertions.assertThat(message.lines())
                        .allSatisfy(line -> Assertions.assertThat(line).hasSizeLessThanOrEqualTo(119)))
                .contains("expected path: ... -> Step 2", "^ position 30: Other expected, Step 30 \\u00fc entered");
    }

    @Test
    void no_execution_fails_as_assertj_says_it() {
        Assertions.assertThatThrownBy(() -> assertThat((Execution) null).hasSucceeded())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expecting actual not to be null");
    }
}
