package io.github.asltestkit.internal.execution;

import io.github.asltestkit.internal.program.Program;

/**
 * A state machine as an engine knows it.
 *
 * @param arn its ARN in the engine's account and region
 * @param name its name
 * @param express whether its type is EXPRESS
 */
public record Machine(String arn, String name, boolean express, Program program) {}
