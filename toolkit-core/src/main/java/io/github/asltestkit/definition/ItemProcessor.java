package io.github.asltestkit.definition;

/**
 * {@code ItemProcessor} (or the older {@code Iterator}) of a Map state.
 *
 * @param distributed {@code ProcessorConfig.Mode} is {@code DISTRIBUTED}
 * @param express {@code ProcessorConfig.ExecutionType} is {@code EXPRESS}
 */
public record ItemProcessor(boolean distributed, boolean express, StateGraph states) {}
