package io.github.asltestkit.internal.api;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value of a request has to be. */
sealed interface Shape {

    /** Hands the shape to the method of its kind. */
    void accept(Visitor visitor);

    /** One method for each kind of shape. */
    interface Visitor {
        void structure(Structure shape);

        void sequence(Sequence shape);

        void text(Text shape);

        void whole(Whole shape);

        void decimal(Decimal shape);

        void truth();
    }

    /** A length or a value's bounds, both included; null where there is none. */
    record Range(@Nullable Long least, @Nullable Long most) {
        static final Range ANY = new Range(null, null);
    }

    /** A member of a structure, by the name of its shape. */
    record Member(String shape, boolean required) {}

    /** An object. */
    record Structure(String name, Map<String, Member> members) implements Shape {
        @Override
        public void accept(Visitor visitor) {
            visitor.structure(this);
        }
    }

    /** A list of values of one shape. */
    record Sequence(String element, Range length) implements Shape {
        @Override
        public void accept(Visitor visitor) {
            visitor.sequence(this);
        }
    }

    /**
     * A text.
     *
     * @param secret whether AWS leaves the value out of its messages
     * @param values the values there are; empty where any will do
     */
    record Text(
            Range length,
            boolean secret,
            List<String> values,
            @Nullable Pattern pattern) implements Shape {
        @Override
        public void accept(Visitor visitor) {
            visitor.text(this);
        }
    }

    /** A number without a fraction. */
    record Whole(Range range) implements Shape {
        @Override
        public void accept(Visitor visitor) {
            visitor.whole(this);
        }
    }

    /** Any number. */
    record Decimal(Range range) implements Shape {
        @Override
        public void accept(Visitor visitor) {
            visitor.decimal(this);
        }
    }

    /** True or false. */
    record Truth() implements Shape {
        @Override
        public void accept(Visitor visitor) {
            visitor.truth();
        }
    }
}
