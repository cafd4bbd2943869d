package io.github.asltestkit.coverage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** What there is to take in a definition. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum ItemKind {
    /** A state was entered. */
    STATE("was never entered"),
    /** A state was left by its {@code Next} or {@code End}. */
    TRANSITION("was never taken"),
    /** A Choice rule was true, and led on. */
    CHOICE_RULE("was never true"),
    /** A Choice rule was asked, and was false. */
    CHOICE_RULE_FALSE("was never false"),
    /** No rule of a Choice state was true. */
    DEFAULT("was never taken"),
    /** A Retrier made its state act again. */
    RETRIER("was never taken"),
    /** A Catcher caught an error of its state. */
    CATCHER("was never taken"),
    /** The time of a task, or of the whole execution, ran out. */
    TIMEOUT("never ran out"),
    /** A task missed a heartbeat. */
    HEARTBEAT("was never missed"),
    /** A branch of a Parallel state was run. */
    BRANCH("was never run"),
    /** A Map state ran without items. */
    MAP_NO_ITEM("was never run with no item"),
    /** A Map state ran with one item. */
    MAP_ONE_ITEM("was never run with one item"),
    /** A Map state ran with many items. */
    MAP_MANY_ITEMS("was never run with many items");

    private final String missed;

    ItemKind(String missed) {
        this.missed = missed;
    }

    /** What is said of one that was not taken. */
    String missed() {
        return missed;
    }

    /** Whether it is one way of several that a line offers, as opposed to the line itself. */
    boolean isBranch() {
        return switch (this) {
            case CHOICE_RULE, CHOICE_RULE_FALSE, MAP_NO_ITEM, MAP_ONE_ITEM, MAP_MANY_ITEMS -> true;
            default -> false;
        };
    }
}
