package io.github.asltestkit.internal.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

    @Test
    void eight_shards_own_each_piece_of_work_once() {
        assertThat(LongStream.range(0, 1000))
                .allSatisfy(number -> assertThat(IntStream.rangeClosed(1, 8)
                                .filter(index -> new Shard(index, 8).owns(number))
                                .count())
                        .isEqualTo(1));
    }

    @Test
    void without_a_setting_a_jvm_does_all_the_work() {
        assertThat(Shard.of(null)).isEqualTo(Shard.WHOLE);
        assertThat(Shard.of(" ").isWhole()).isTrue();
        assertThat(Shard.of("2/8")).isEqualTo(new Shard(2, 8)).hasToString("2/8");
    }

    @Test
    void a_shard_of_the_mutants_is_no_shard_of_the_explorations() {
        Map<String, String> properties = new HashMap<>(Map.of(Shard.PROPERTY, "2/8"));
        assertThat(Shard.ofExplorations(properties::get)).isEqualTo(new Shard(2, 8));

        properties.put(Shard.MUTATION, "true");
        assertThat(Shard.ofExplorations(properties::get)).isEqualTo(Shard.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/8", "9/8", "8", "2/0", "a/b", "-1/8", "2/8/3"})
    void what_names_no_part_is_refused_with_an_example(String text) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("asl.testkit.shard is \"" + text
                        + "\". Write which part of how many this is, such as 2/8 for the second of eight.");
    }
}
