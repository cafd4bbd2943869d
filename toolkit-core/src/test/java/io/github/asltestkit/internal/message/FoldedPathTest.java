package io.github.asltestkit.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedPathTest {

    @Test
    void three_rounds_of_a_loop_are_shown_one_by_one() {
        assertThat(FoldedPath.of(List.of("A", "B", "A", "B", "A", "B", "C")))
                .isEqualTo("A -> B -> A -> B -> A -> B -> C");
    }

    @Test
    void four_rounds_of_a_loop_are_shown_once_with_their_number() {
        assertThat(FoldedPath.of(List.of("Start", "A", "B", "A", "B", "A", "B", "A", "B", "C")))
                .isEqualTo("Start -> (A -> B) x 4 -> C");
    }

    @Test
    void a_round_that_was_not_finished_follows_the_loop() {
        assertThat(FoldedPath.of(List.of("A", "B", "A", "B", "A", "B", "A", "B", "A")))
                .isEqualTo("(A -> B) x 4 -> A");
    }

    @Test
    void a_loop_of_one_state_is_shown_once() {
        assertThat(FoldedPath.of(Collections.nCopies(25_000, "Again"))).isEqualTo("(Again) x 25000");
    }

    @Test
    void an_empty_path_is_empty_text() {
        assertThat(FoldedPath.of(List.of())).isEmpty();
    }

    @Test
    void the_loop_with_most_rounds_is_found_behind_other_states() {
        List<String> path = new ArrayList<>(List.of("Start", "Other"));
        Collections.nCopies(100, List.of("Ask", "Ready?")).forEach(path::addAll);
        assertThat(FoldedPath.longestLoop(path)).isEqualTo(new FoldedPath.Loop(List.of("Ask", "Ready?"), 100));
    }
}
