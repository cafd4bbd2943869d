package io.github.asltestkit.internal.execution;

import java.time.Instant;

/**
 * What an engine is told once.
 *
 * @param start where its clock starts
 * @param seed the source of every id, token and random value
 * @param roleName the role of machines that are given none
 * @param stepLimit how many states may be entered at one instant before the engine takes it for an endless loop
 * @param mapRunDetail how many child executions of a Map Run are kept
 */
public record EngineOptions(
        Instant start,
        long seed,
        String partition,
        String account,
        String region,
        String roleName,
        long stepLimit,
        MapRunDetail mapRunDetail) {

    /** The ARN of the role. */
    public String roleArn() {
        return String.join("", "arn:", partition, ":iam::", account, ":role/", roleName);
    }
}
