package io.github.asltestkit.internal.expression.jsonpath;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Timestamps as the Amazon States Language writes them: RFC 3339 with an upper-case {@code T} and {@code Z}. */
public final class Timestamps {

    private Timestamps() {}

    /** The instant, or empty if the text is no timestamp. */
    public static Optional<Instant> parse(String text) {
        if (text.indexOf('t') >= 0 || text.indexOf('z') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
