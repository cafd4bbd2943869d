package io.github.asltestkit.internal.shape;

import io.github.asltestkit.definition.State;

/**
 * Something that a state reads and that may be there: its shape says where it comes from.
 *
 * @param pointer where the expression is in the definition
 */
public record Found(State state, String pointer, Shape shape) {}
