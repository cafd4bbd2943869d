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
    void labels_are_aligned_on_their_colons() {
        assertThat(new Facts()
                        .whole("expected", "A -> B")
                        .whole("but was", "A -> C\nat +3s")
                        .text())
                .isEqualTo("  expected: A -> B\n   but was: A -> C\n            at +3s\n");
    }

    @Test
    void long_facts_are_wrapped_or_cut_and_a_mark_stands_under_its_fact() {
        String words = "word ".repeat(30).strip();

        assertThat(new Facts()
                        .wrapped("why", words)
                        .wrapped("absent", null)
                        .cut("actual path", words)
                        .mark(5, "here")
                        .line("as it is")
                        .text())
                .isEqualTo("          why: " + "word ".repeat(20) + "word\n"
                        + "               " + "word ".repeat(8) + "word\n"
                        + "  actual path: " + Text.cut(words, 104) + "\n"
                        + "                    ^ here\n"
                        + "  as it is\n");
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

    @Test
    void an_arn_without_room_is_shortened_to_its_kind_and_name() {
        String lambda = "arn:aws:lambda:us-east-1:123456789012:function:validate";

        assertThat(Text.shortened(lambda, 60)).isEqualTo(lambda);
        assertThat(Text.shortened(lambda, 44)).isEqualTo("function validate");
        assertThat(Text.shortened("arn:aws:states:::lambda:invoke", 20)).isEqualTo("lambda:invoke");
        assertThat(Text.shortened("arn:aws:sqs:us-east-1:123456789012:orders", 20))
                .isEqualTo("sqs orders");
        assertThat(Text.shortened("arn:aws:lambda:us-east-1:123456789012:function:a-very-long-name", 20))
                .isEqualTo("... a-very-long-name");
    }

    @Test
    void a_path_without_room_keeps_its_end_and_json_its_beginning() {
        assertThat(Text.shortened("Each order/Each parcel/Pack the parcel", 20)).isEqualTo("...l/Pack the parcel");
        assertThat(Text.shortened("{\"url\":\"a/b/c\",\"more\":1}", 12)).isEqualTo("{\"url\":\"a...");
    }

    @Test
    void a_place_is_never_broken_into_two_lines() {
        String place = "src/main/resources/a/directory/with/a/long/name/order.asl.json:12:15";

        assertThat(Text.wrap(place + "  /States/A", 40)).containsExactly(place, "/States/A");
        assertThat(Text.wrap("see " + place, 40)).containsExactly("see", place);
        assertThat(Text.wrap("x".repeat(50), 40)).containsExactly("x".repeat(40), "x".repeat(10));
    }

    @Test
    void a_fact_is_bounded_and_says_how_much_it_leaves_out() {
        assertThat(Text.bounded("x".repeat(4_000))).hasSize(4_000);
        assertThat(Text.bounded("x".repeat(4_100))).endsWith("x... (100 more characters)");
    }
}
