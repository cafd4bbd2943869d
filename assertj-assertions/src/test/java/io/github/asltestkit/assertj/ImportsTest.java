package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.history.ExecutionHistory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both static imports in one file, as users will have them. */
class ImportsTest {

    @Test
    void our_import_and_that_of_assertj_live_side_by_side() {
        Execution execution = Samples.succeeded();
        ExecutionHistory history = execution.history();

        assertThat(execution).hasSucceeded();
        assertThat(history).hasSucceeded();
        assertThat(history.events()).isNotEmpty();
        assertThat("text").startsWith("t");
        assertThat(List.of(1)).hasSize(1);
        assertThat(Duration.ZERO).isZero();
    }

    @Test
    void one_import_is_enough() {
        AslAssertions.assertThat(Samples.succeeded()).hasSucceeded();
        AslAssertions.assertThat("text").startsWith("t");
        AslAssertions.assertThatThrownBy(
                        () -> AslAssertions.assertThat(Samples.succeeded()).hasFailed())
                .isInstanceOf(AssertionError.class);
    }
}
