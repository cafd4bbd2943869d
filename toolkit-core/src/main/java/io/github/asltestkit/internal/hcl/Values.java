package io.github.asltestkit.internal.hcl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.hcl.Value.Decoded;
import io.github.asltestkit.internal.hcl.Value.Encoded;
import io.github.asltestkit.internal.hcl.Value.Entry;
import io.github.asltestkit.internal.hcl.Value.Fields;
import io.github.asltestkit.internal.hcl.Value.Namespace;
import io.github.asltestkit.internal.hcl.Value.Scalar;
import io.github.asltestkit.internal.hcl.Value.Sequence;
import io.github.asltestkit.internal.hcl.Value.Text;
import io.github.asltestkit.internal.hcl.Value.Unknown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values in other forms. */
public final class Values {
    private static final int MAX_DIGITS = 10_000;

    private Values() {}

    /** The first part of a value that is not known; null if all of it is known. */
    static @Nullable Span unknown(Value value) {
        if (value instanceof Unknown unknown) {
            return unknown.cause();
        }
        if (value instanceof Namespace) {
            return value.at();
        }
        if (value instanceof Text text) {
            return text.partial() ? text.at() : null;
        }
        if (value instanceof Sequence sequence) {
            return first(sequence.entries());
        }
        if (value instanceof Fields fields) {
            return fields.partial() ? fields.at() : first(fields.entries().values());
        }
        if (value instanceof Encoded encoded) {
            return unknown(encoded.value());
        }
        return value instanceof Decoded decoded ? unknown(decoded.text()) : null;
    }

    private static @Nullable Span first(Iterable<Entry> entries) {
        for (Entry entry : entries) {
            Span unknown = unknown(entry.value());
            if (unknown != null) {
                return unknown;
            }
        }
        return null;
    }

    /** A value as JSON; what is not known is a placeholder. */
    public static JsonNode json(Value value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof Scalar scalar) {
            return scalar.json();
        }
        if (value instanceof Text text) {
            return nodes.textNode(text.text());
        }
        if (value instanceof Sequence sequence) {
            ArrayNode array = nodes.arrayNode();
            sequence.entries().forEach(entry -> array.add(json(entry.value())));
            return array;
        }
        if (value instanceof Fields fields) {
            ObjectNode object = nodes.objectNode();
            fields.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
            return object;
        }
        if (value instanceof Encoded encoded) {
            return nodes.textNode(json(encoded.value()).toString());
        }
        if (value instanceof Decoded decoded) {
            return json(decoded.tree().get());
        }
        return nodes.textNode(
                value instanceof Unknown unknown
                        ? placeholder(unknown.name())
                        : placeholder(value.at().name()));
    }

    static String placeholder(String name) {
        return "${" + name + "}";
    }

    /** A text, number or boolean as text. */
    static String plain(Value value, Span at) {
        if (value instanceof Text text) {
            return text.text();
        }
        if (value instanceof Encoded encoded) {
            return json(encoded.value()).toString();
        }
        if (value instanceof Scalar scalar && !scalar.json().isNull()) {
            return scalar.json().isNumber()
                    ? scalar.json().decimalValue().toPlainString()
                    : scalar.json().asText();
        }
        if (value instanceof Decoded decoded) {
            return plain(decoded.tree().get(), at);
        }
        throw new HclException("Expected text, found " + type(value), at);
    }

    static BigDecimal decimal(Value value, Span at) {
        if (value instanceof Scalar scalar && scalar.json().isNumber()) {
            return scalar.json().decimalValue();
        }
        if (value instanceof Text text && text.text().length() < 100) {
            try {
                return new BigDecimal(text.text());
            } catch (NumberFormatException noNumber) {
                throw new HclException("Expected a number, found \"" + text.text() + "\"", at);
            }
        }
        throw new HclException("Expected a number, found " + type(value), at);
    }

    static int integer(Value value, Span at) {
        BigDecimal number = decimal(value, at);
        try {
            return number.intValueExact();
        } catch (ArithmeticException notWhole) {
            throw new HclException("Expected a whole number, found " + number, at);
        }
    }

    static boolean flag(Value value, Span at) {
        if (value instanceof Scalar scalar && scalar.json().isBoolean()) {
            return scalar.json().booleanValue();
        }
        if (value instanceof Text text
                && (text.text().equals("true") || text.text().equals("false"))) {
            return text.text().equals("true");
        }
        throw new HclException("Expected true or false, found " + type(value), at);
    }

    /** The elements of a list, or the values of an object. */
    static List<Entry> entries(Value value, Span at) {
        if (value instanceof Sequence sequence) {
            return sequence.entries();
        }
        if (value instanceof Fields fields) {
            return List.copyOf(fields.entries().values());
        }
        if (value instanceof Decoded decoded) {
            return entries(decoded.tree().get(), at);
        }
        throw new HclException("Expected a list, found " + type(value), at);
    }

    static Map<String, Entry> fields(Value value, Span at) {
        if (value instanceof Fields fields) {
            return fields.entries();
        }
        if (value instanceof Decoded decoded) {
            return fields(decoded.tree().get(), at);
        }
        throw new HclException("Expected an object, found " + type(value), at);
    }

    static Sequence sequence(Iterable<? extends Value> values, Span at) {
        List<Entry> entries = new ArrayList<>();
        values.forEach(value -> entries.add(new Entry(value, value.at(), value.at())));
        return new Sequence(entries, at);
    }

    static Sequence texts(Iterable<String> texts, Span at) {
        List<Value> values = new ArrayList<>();
        texts.forEach(text -> values.add(Value.text(text, at)));
        return sequence(values, at);
    }

    static Value bool(boolean value, Span at) {
        return new Scalar(JsonNodeFactory.instance.booleanNode(value), at);
    }

    static Value number(BigDecimal value, Span at) {
        if (Math.abs((long) value.scale()) > MAX_DIGITS) {
            throw new HclException("The number has more than " + MAX_DIGITS + " digits", at);
        }
        return new Scalar(Value.number(value), at);
    }

    static boolean isNull(Value value) {
        return value instanceof Scalar scalar && scalar.json().isNull();
    }

    /** Whether two values that are known are the same: a number is the same however it is written. */
    static boolean same(Value one, Value other) {
        JsonNode left = json(one);
        JsonNode right = json(other);
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue()) == 0;
        }
        return left.equals(right);
    }

    /** A text with its characters changed; its places are only that of the whole. */
    static Value changed(Value text, Span at, Function<String, String> change) {
        return Value.text(change.apply(plain(text, at)), at);
    }

    static String type(Value value) {
        if (value instanceof Scalar scalar) {
            return scalar.json().isNull() ? "null" : scalar.json().isNumber() ? "a number" : "a boolean";
        }
        if (value instanceof Sequence) {
            return "a list";
        }
        if (value instanceof Fields) {
            return "an object";
        }
        return value instanceof Namespace ? "a reference" : "text";
    }
}
