package io.github.asltestkit.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void the_nearest_name_is_the_one_that_was_meant() {
        List<String> known = List.of("Ship", "Validate", "TimeoutSeconds");

        assertThat(DidYouMean.hint("Shipp", known)).isEqualTo("did you mean \"Ship\"?");
        assertThat(DidYouMean.hint("validate", known)).isEqualTo("did you mean \"Validate\"?");
        assertThat(DidYouMean.hint("TimeoutSecond", known)).isEqualTo("did you mean \"TimeoutSeconds\"?");
        assertThat(DidYouMean.hint("Refund", known)).isNull();
        assertThat(DidYouMean.hint("B", List.of("A"))).isNull();
        assertThat(DidYouMean.hint("a", List.of("A"))).isEqualTo("did you mean \"A\"?");
        assertThat(DidYouMean.hint("x", List.of())).isNull();
    }

    @Test
    void facts_are_aligned_in_columns() {
        assertThat(new FactsTable(4)
                        .row("HeartbeatSeconds", "600", "set +0s", "due +15m")
                        .row("TimeoutSeconds", "3600", "set +0s")
                        .text())
                .isEqualTo("""
                            HeartbeatSeconds    600   set +0s   due +15m
                            TimeoutSeconds     3600   set +0s
                        """);
    }

    @Test
    void labels_are_aligned_on_their_colons() {
        assertThat(FactsTable.labelled(2, "expected", "A -> B", "but was", "A -> C\nat +3s"))
                .isEqualTo("  expected: A -> B\n   but was: A -> C\n            at +3s\n");
    }

    @Test
    void the_first_difference_is_named() {
        assertThat(FirstDifference.describe("A-100", "A-1OO", "sent"))
                .isEqualTo("differs at index 3: \"0\" expected, \"O\" sent");
        assertThat(FirstDifference.describe("A-1", "A-10", "sent"))
                .isEqualTo("differs at index 3: nothing more expected, \"0\" sent");
        assertThat(FirstDifference.describe("A-10", "A-1", "sent"))
                .isEqualTo("differs at index 3: \"0\" expected, nothing more sent");
        assertThat(FirstDifference.describe("same", "same", "sent")).isEmpty();
        assertThat(FirstDifference.index(List.of("A", "B"), List.of("A", "C"))).isEqualTo(1);
        assertThat(FirstDifference.index(List.of("A"), List.of("A", "C"))).isEqualTo(1);
        assertThat(FirstDifference.index(List.of("A"), List.of("A"))).isEqualTo(-1);
    }
}
