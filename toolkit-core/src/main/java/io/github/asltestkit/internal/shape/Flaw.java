package io.github.asltestkit.internal.shape;

import io.github.asltestkit.definition.State;

/** Something wrong with the data flow of a definition. */
public sealed interface Flaw {

    /** The state in which it is. */
    State state();

    /** Hands the flaw to the method of its kind. A new kind of flaw is a new method, which every visitor must have. */
    void accept(Visitor visitor);

    /** One method for each kind of flaw. */
    interface Visitor {
        /** A state reads what is never there. */
        void neverThere(NeverThere flaw);

        /** A comparison is never true. */
        void neverTrue(NeverTrue flaw);

        /** A state reads what is there in some executions only. */
        void perhapsThere(PerhapsThere flaw);

        /** A variable is read that no way assigns. */
        void unassigned(Unassigned flaw);

        /** A rule or a Catcher never comes into question. */
        void unreachable(Unreachable flaw);
    }

    /**
     * A state reads what is not there, and fails.
     *
     * @param way a way from the first state to this one on which that happens
     * @param everywhere whether it happens on every way to the state
     */
    record NeverThere(State state, DeadRead read, Way way, boolean everywhere) implements Flaw {
        @Override
        public void accept(Visitor visitor) {
            visitor.neverThere(this);
        }
    }

    /** A comparison that is never true. */
    record NeverTrue(State state, DeadComparison comparison) implements Flaw {
        @Override
        public void accept(Visitor visitor) {
            visitor.neverTrue(this);
        }
    }

    /** A state reads what is there in some executions only, and fails in the others. */
    record PerhapsThere(State state, DeadRead read) implements Flaw {
        @Override
        public void accept(Visitor visitor) {
            visitor.perhapsThere(this);
        }
    }

    /** A variable is read that no way assigns. */
    record Unassigned(State state, String pointer, String variable) implements Flaw {
        @Override
        public void accept(Visitor visitor) {
            visitor.unassigned(this);
        }
    }

    /**
     * A rule or a Catcher that never comes into question.
     *
     * @param pointer where it is
     * @param because the rule that is always true, or the state that fails before
     */
    record Unreachable(State state, String pointer, String because) implements Flaw {
        @Override
        public void accept(Visitor visitor) {
            visitor.unreachable(this);
        }
    }
}
