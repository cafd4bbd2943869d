package io.github.asltestkit.internal.execution;

/**
 * What StartExecution returns.
 *
 * @param run the execution
 * @param isNew false if it is the running execution of the same name and input
 */
public record StartedExecution(ExecutionRun run, boolean isNew) {}
