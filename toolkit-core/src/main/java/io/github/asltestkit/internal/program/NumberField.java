package io.github.asltestkit.internal.program;

/** A field that yields a number: a literal, a path or a JSONata expression. */
@FunctionalInterface
public interface NumberField {

    /**
     * Yields the number, checked as AWS checks this field.
     *
     * @param scope what its path or expression sees
     */
    double evaluate(StateScope scope);
}
