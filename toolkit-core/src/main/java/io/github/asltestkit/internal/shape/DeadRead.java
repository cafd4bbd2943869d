package io.github.asltestkit.internal.shape;

/**
 * An expression that reads what is never there, so that the execution fails.
 *
 * @param pointer where the expression is in the definition
 * @param path what is read, as a message has it: {@code $.charge.receipt}
 * @param at the part of it that is there: {@code $.charge}
 * @param step the name or index behind it that is not
 * @param there what is there
 * @param error the name of the error with which the state fails
 */
public record DeadRead(String pointer, String path, String at, Object step, Shape there, String error) {}
