package io.github.asltestkit.mutation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a test made of a mutant.
 *
 * @param status KILLED, TIMEOUT, TOOLKIT_ERROR or SURVIVED
 * @param reason the first line of the failure; null if the test passed
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record TestVerdict(MutantStatus status, @Nullable String reason) {}
