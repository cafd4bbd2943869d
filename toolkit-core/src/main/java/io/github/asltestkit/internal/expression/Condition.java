package io.github.asltestkit.internal.expression;

/** The compiled test of a Choice rule. */
@FunctionalInterface
public interface Condition {

    /**
     * Whether the rule matches.
     *
     * @param scope JSONPath: its input is the effective input; JSONata: the state's input
     */
    boolean test(Scope scope);
}
