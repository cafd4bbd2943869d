package io.github.asltestkit.internal.execution;

import java.time.Instant;

/**
 * What an engine is told once.
 *
 * @param start where its clock starts
 * @param seed the source of every id, token and random value
 * @param arnPrefix what the ARNs of executions and state machines begin with, up to the account
 * @param roleArn the role of machines that are given none
 * @param stepLimit how many states may be entered at one instant before the engine takes it for an endless loop
 * @param mapRunDetail how many child executions of a Map Run are kept
 */
public record EngineOptions(
        Instant start,
        long seed,
        String arnPrefix,
        String account,
        String region,
        String roleArn,
        long stepLimit,
        MapRunDetail mapRunDetail) {}
