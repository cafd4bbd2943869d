package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.jsonata.JsonataTemplate;
import io.github.asltestkit.internal.expression.jsonpath.JsonPath;
import io.github.asltestkit.internal.spec.Quotas;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** {@code Seconds}, {@code SecondsPath}, {@code Timestamp} and {@code TimestampPath} of a Wait state. */
final class WaitFields {
    /** No execution lives to see this instant; it keeps sums of milliseconds far from overflowing. */
    private static final long FOREVER_MILLIS = Long.MAX_VALUE / 8;

    private WaitFields() {}

    static Step.WaitUntil until(State.Wait state) {
        QueryLanguage language = state.fields().queryLanguage();
        JsonNode seconds = state.seconds();
        String secondsPath = state.secondsPath();
        String timestamp = state.timestamp();
        String timestampPath = state.timestampPath();
        if (seconds != null) {
            IntegerField number = NumberFields.whole("Seconds", language, seconds);
            return scope -> after(scope, checkedSeconds(number.evaluate(scope)));
        }
        if (secondsPath != null) {
            JsonPath path = JsonPath.compile(secondsPath);
            return scope -> after(scope, secondsAt(secondsPath, path.tryEvaluate(scope)));
        }
        if (timestamp != null) {
            return language == QueryLanguage.JSONATA ? jsonataTimestamp(timestamp) : literalTimestamp(timestamp);
        }
        String path = String.valueOf(timestampPath);
        JsonPath compiled = JsonPath.compile(path);
        return scope -> timestampAt(path, compiled.tryEvaluate(scope));
    }

    private static long after(StateScope scope, long seconds) {
        return scope.now().toEpochMilli() + Math.min(seconds, Quotas.FIELD_SECONDS) * 1000;
    }

    private static long checkedSeconds(long seconds) {
        if (seconds < 0) {
            throw EvaluationException.query("The Seconds field references a negative value: " + seconds, "Seconds");
        }
        return seconds;
    }

    private static long secondsAt(String path, @Nullable JsonNode value) {
        if (value == null) {
            throw EvaluationException.runtime("The SecondsPath parameter does not reference an input value: " + path);
        }
        boolean whole = value.isIntegralNumber()
                || (value.isNumber()
                        && value.decimalValue().stripTrailingZeros().scale() <= 0);
        if (!whole) {
            throw EvaluationException.runtime(
                    "The SecondsPath parameter cannot be parsed as a long value: " + path + " == " + text(value));
        }
        BigDecimal seconds = value.decimalValue();
        if (seconds.signum() < 0) {
            throw EvaluationException.runtime(
                    "The SecondsPath parameter references a negative value: " + path + " == " + text(value));
        }
        return seconds.min(BigDecimal.valueOf(Quotas.FIELD_SECONDS)).longValue();
    }

    private static Step.WaitUntil literalTimestamp(String timestamp) {
        Long due = parse(timestamp);
        if (due == null) {
            throw new IllegalStateException("A validated Timestamp can be parsed: " + timestamp);
        }
        return scope -> due;
    }

    private static Step.WaitUntil jsonataTimestamp(String timestamp) {
        Expression expression = JsonataTemplate.compile(JsonNodeFactory.instance.textNode(timestamp), "Timestamp");
        return scope -> {
            JsonNode value = expression.evaluate(scope);
            if (!value.isTextual()) {
                throw EvaluationException.query(
                        NumberFields.unexpectedType("Timestamp", timestamp, "string", value), "Timestamp");
            }
            Long due = parse(value.textValue());
            if (due == null) {
                throw EvaluationException.query(
                        "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: "
                                + value.textValue(),
                        "Timestamp");
            }
            return due;
        };
    }

    private static long timestampAt(String path, @Nullable JsonNode value) {
        if (value == null) {
            throw EvaluationException.runtime("The TimestampPath parameter does not reference an input value: " + path);
        }
        Long due = value.isTextual() ? parse(value.textValue()) : null;
        if (due == null) {
            throw EvaluationException.runtime(
                    "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format"
                            + " string: " + path + " == " + text(value));
        }
        return due;
    }

    /** The instant in milliseconds, rounded up, so that no Wait ends early; null where the text is no timestamp. */
    private static @Nullable Long parse(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            // A year of more than four digits, which RFC 3339 does not have.
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            Instant whole = instant.truncatedTo(ChronoUnit.MILLIS);
            long millis = whole.toEpochMilli();
            return Math.min(whole.equals(instant) ? millis : millis + 1, FOREVER_MILLIS);
        } catch (DateTimeException notATimestamp) {
            return null;
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
