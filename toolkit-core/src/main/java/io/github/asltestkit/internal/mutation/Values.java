package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Values that are like others, and not the same. */
final class Values {
    private static final int LONGEST = 40;

    private Values() {}

    /** Another value of the same kind: one more, a text with something behind it, the other boolean; null of any other. */
    static @Nullable JsonNode other(JsonNode value) {
        if (value.isNumber()) {
            BigDecimal more = value.decimalValue().add(BigDecimal.ONE);
            return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() < Long.MAX_VALUE
                    ? LongNode.valueOf(more.longValueExact())
                    : DecimalNode.valueOf(more);
        }
        if (value.isTextual()) {
            return TextNode.valueOf(value.textValue() + "~");
        }
        return value.isBoolean() ? BooleanNode.valueOf(!value.booleanValue()) : null;
    }

    /** A timestamp one second later; null if it is none. */
    static @Nullable JsonNode later(JsonNode timestamp) {
        try {
            OffsetDateTime later = OffsetDateTime.parse(timestamp.asText()).plusSeconds(1);
            return TextNode.valueOf(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(later));
        } catch (DateTimeException notOne) {
            return null;
        }
    }

    /** Twice a number, or what an expression comes to, twice; null of anything else, and of what is too large. */
    static @Nullable JsonNode twice(JsonNode value) {
        if (value.isTextual() && JsonataTexts.isExpression(value.textValue())) {
            return TextNode.valueOf(JsonataTexts.wrapped(value.textValue(), "(", ") * 2"));
        }
        return value.isIntegralNumber() && value.canConvertToInt() ? LongNode.valueOf(2L * value.intValue()) : null;
    }

    /** A value in the name of a change. */
    static String shown(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
}
