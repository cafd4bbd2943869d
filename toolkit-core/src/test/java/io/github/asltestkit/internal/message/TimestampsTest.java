package io.github.asltestkit.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0001-12-31T23:59:59.999Z",
                "0000-01-01T00:00:00Z",
                "1900-02-28T23:59:59.999Z",
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:00:00Z",
                "2000-02-29T12:00:00.010Z",
                "2024-12-31T00:00:00.100Z",
                "9999-12-31T23:59:59.999Z",
                "+10000-01-01T00:00:00Z"
            })
    void a_timestamp_is_the_text_of_its_instant(String text) {
        assertThat(Timestamps.text(Instant.parse(text).toEpochMilli())).isEqualTo(text);
    }

    @Test
    void every_day_of_800_years_is_written_as_the_jdk_writes_it() {
        long day = Duration.ofDays(1).toMillis();
        for (long millis = Instant.parse("1600-01-01T00:00:00Z").toEpochMilli(), left = 146_097 * 2;
                left > 0;
                millis += day, left--) {
            assertThat(Timestamps.text(millis))
                    .isEqualTo(Instant.ofEpochMilli(millis).toString());
        }
    }

    @Test
    void any_instant_is_written_as_the_jdk_writes_it() {
        Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            long millis = FIRST + (long) (random.nextDouble() * (LAST - FIRST));
            assertThat(Timestamps.text(millis))
                    .isEqualTo(Instant.ofEpochMilli(millis).toString());
        }
    }
}
