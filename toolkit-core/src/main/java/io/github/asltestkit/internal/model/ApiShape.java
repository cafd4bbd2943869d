package io.github.asltestkit.internal.model;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a value of a service's API, as a state sees the value: field names begin with a capital letter, bytes and
 * instants are text. Members are looked up when they are first needed, for shapes may hold themselves.
 */
public sealed interface ApiShape {

    /**
     * Hands the shape to the method of its kind.
     *
     * @param <R> what the visitor gives, or null
     */
    <R> @Nullable R accept(Visitor<R> visitor);

    /**
     * One method for each kind of shape.
     *
     * @param <R> what it gives
     */
    interface Visitor<R> {
        @Nullable
        R structure(Structure shape);

        @Nullable
        R sequence(Sequence shape);

        @Nullable
        R dictionary(Dictionary shape);

        @Nullable
        R text(Text shape);

        @Nullable
        R numeric(Numeric shape);

        @Nullable
        R truth();

        @Nullable
        R anything();
    }

    /**
     * A structure.
     *
     * @param members its fields, in the model's order
     * @param required the names of those that are always there
     * @param streams whether it has a body beside its fields, which the model does not name
     */
    record Structure(Map<String, Supplier<ApiShape>> members, Set<String> required, BooleanSupplier streams)
            implements ApiShape {
        public Structure {
            members = new LinkedHashMap<>(members);
            members.replaceAll((name, member) -> Once.of(member));
            required = Set.copyOf(required);
        }

        /** A structure that has the fields of its model and no others. */
        public Structure(Map<String, Supplier<ApiShape>> members, Set<String> required) {
            this(members, required, () -> false);
        }

        @Override
        public <R> @Nullable R accept(Visitor<R> visitor) {
            return visitor.structure(this);
        }
    }

    /** An array. */
    record Sequence(Supplier<ApiShape> element, Length length) implements ApiShape {
        public Sequence {
            element = Once.of(element);
        }

        @Override
        public <R> @Nullable R accept(Visitor<R> visitor) {
            return visitor.sequence(this);
        }
    }

    /** An object whose field names are data. */
    record Dictionary(Supplier<ApiShape> value, Length length) implements ApiShape {
        public Dictionary {
            value = Once.of(value);
        }

        @Override
        public <R> @Nullable R accept(Visitor<R> visitor) {
            return visitor.dictionary(this);
        }
    }

    /** A text; where {@code values} is not empty, one of them. */
    record Text(Length length, Set<String> values) implements ApiShape {
        /** Any text at all. */
        public static final Text ANY = new Text(Length.ANY, Set.of());

        @Override
        public <R> @Nullable R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** A number, within bounds that may be open. */
    record Numeric(@Nullable BigDecimal minimum, @Nullable BigDecimal maximum) implements ApiShape {
        /** Any number. */
        public static final Numeric ANY = new Numeric(null, null);

        @Override
        public <R> @Nullable R accept(Visitor<R> visitor) {
            return visitor.numeric(this);
        }
    }

    /** True or false. */
    record Truth() implements ApiShape {
        @Override
        public <R> @Nullable R accept(Visitor<R> visitor) {
            return visitor.truth();
        }
    }

    /** Any JSON: a document, or what the model does not say. */
    record Anything() implements ApiShape {
        @Override
        public <R> @Nullable R accept(Visitor<R> visitor) {
            return visitor.anything();
        }
    }

    /**
     * How long a text, an array or an object may be.
     *
     * @param minimum the least number of characters, elements or fields
     * @param maximum the largest number, {@link Long#MAX_VALUE} where there is none
     */
    record Length(long minimum, long maximum) {
        /** No bounds. */
        public static final Length ANY = new Length(0, Long.MAX_VALUE);
    }
}
