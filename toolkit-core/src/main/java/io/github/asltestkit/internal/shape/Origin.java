package io.github.asltestkit.internal.shape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from. Steps are field names ({@code String}), indices ({@code Integer}) and {@link #EACH} for any element
 * of an array.
 */
public sealed interface Origin {
    /** The step to any element of an array. */
    Object EACH = Each.ELEMENT;

    /** The step to what a text spells that holds JSON. */
    Object PARSED = Parsed.JSON;

    /**
     * Hands the origin to the method of its kind. A new kind of origin is a new method, which every visitor must have.
     *
     * @param <R> what the visitor gives
     */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /**
     * One method for each kind of origin.
     *
     * @param <R> what it gives
     */
    interface Visitor<R extends @Nullable Object> {
        /** The input of the execution. */
        R input(Input origin);

        /** What a state gives. */
        R result(Result origin);

        /** The error output of a state. */
        R errorOutput(ErrorOutput origin);

        /** The Context object. */
        R context(Context origin);

        /** Written out in the definition. */
        R written(Written origin);

        /** Computed by the definition. */
        R computed(Computed origin);

        /** One of several places. */
        R several(Several origin);

        /** No place that is known. */
        R unknown(Unknown origin);
    }

    /** The one value of {@link #EACH}. */
    enum Each {
        ELEMENT;

        @Override
        public String toString() {
            return "[*]";
        }
    }

    /** The one value of {@link #PARSED}. */
    enum Parsed {
        JSON;

        @Override
        public String toString() {
            return "(parsed)";
        }
    }

    /** The input of the execution. */
    record Input(List<Object> steps) implements Origin {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.input(this);
        }
    }

    /** What a Task, Parallel or Map state gives, before its ResultSelector, by the pointer of the state. */
    record Result(String state, List<Object> steps) implements Origin {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.result(this);
        }
    }

    /** The error output of a state that failed and was caught, by the pointer of the state. */
    record ErrorOutput(String state, List<Object> steps) implements Origin {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.errorOutput(this);
        }
    }

    /** The Context object. */
    record Context(List<Object> steps) implements Origin {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.context(this);
        }
    }

    /** Written out in the definition, at a pointer. */
    record Written(String pointer) implements Origin {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.written(this);
        }
    }

    /** Computed by what is at a pointer of the definition, or something in it. */
    record Computed(String pointer, List<Object> steps) implements Origin {
        /** All that is computed there. */
        public Computed(String pointer) {
            this(pointer, List.of());
        }

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.computed(this);
        }
    }

    /** One of these. */
    record Several(Set<Origin> origins) implements Origin {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.several(this);
        }
    }

    /** No place that is known. */
    record Unknown() implements Origin {
        private static final Unknown NOWHERE = new Unknown();

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.unknown(this);
        }
    }

    /** No place that is known. */
    static Origin unknown() {
        return Unknown.NOWHERE;
    }

    /** Where what is behind a step of a value comes from. */
    default Origin at(Object step) {
        if (this instanceof Input input) {
            return further(input.steps(), step, Input::new);
        }
        if (this instanceof Result result) {
            return further(result.steps(), step, steps -> new Result(result.state(), steps));
        }
        if (this instanceof ErrorOutput error) {
            return further(error.steps(), step, steps -> new ErrorOutput(error.state(), steps));
        }
        if (this instanceof Computed computed) {
            return further(computed.steps(), step, steps -> new Computed(computed.pointer(), steps));
        }
        return this instanceof Context context ? further(context.steps(), step, Context::new) : unknown();
    }

    private static Origin further(
            List<Object> steps, Object step, java.util.function.Function<List<Object>, Origin> origin) {
        if (steps.size() >= Bounds.ORIGIN_STEPS) {
            return unknown();
        }
        List<Object> all = new ArrayList<>(steps);
        all.add(step);
        return origin.apply(List.copyOf(all));
    }

    /** Where a value comes from that comes from one place or the other. */
    default Origin or(Origin other) {
        if (equals(other)) {
            return this;
        }
        Set<Origin> all = new LinkedHashSet<>();
        addTo(all);
        other.addTo(all);
        return all.size() > Bounds.ORIGINS || all.contains(unknown()) ? unknown() : new Several(Set.copyOf(all));
    }

    private void addTo(Set<Origin> all) {
        if (this instanceof Several several) {
            all.addAll(several.origins());
        } else {
            all.add(this);
        }
    }
}
