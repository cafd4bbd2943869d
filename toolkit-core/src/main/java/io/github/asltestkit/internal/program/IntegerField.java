package io.github.asltestkit.internal.program;

/** A field that yields a whole number: a literal, a path or a JSONata expression. */
@FunctionalInterface
public interface IntegerField {

    /**
     * @param scope what its path or expression sees
     * @return the number, checked as AWS checks this field
     */
    long evaluate(StateScope scope);
}
