package io.github.asltestkit.internal.generate;

/**
 * What should become of a stay in a state.
 *
 * @param kind what
 * @param index which rule, Default being -1; which Retrier, Catcher or graph; how many items
 */
record Wish(Kind kind, int index) {

    /** What should become of it. */
    enum Kind {
        /** No more than that it is entered. */
        ENTER,
        /** It succeeds. */
        SUCCEED,
        /** A rule is true. */
        RULE,
        /** A rule is asked, and false. */
        RULE_FALSE,
        /** A Retrier lets it try again. */
        RETRIER,
        /** A Catcher catches its error. */
        CATCHER,
        /** Its time runs out. */
        TIMEOUT,
        /** It misses a heartbeat. */
        HEARTBEAT,
        /** A graph within it is entered. */
        INTO,
        /** It has so many items. */
        ITEMS
    }

    static Wish of(Kind kind) {
        return new Wish(kind, -1);
    }
}
