package io.github.asltestkit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;

/** A compiled expression, path or template: immutable, shared by threads. */
@FunctionalInterface
public interface Expression {

    /**
     * @throws EvaluationException with AWS's error name and the text of its cause
     */
    JsonNode evaluate(Scope scope);
}
