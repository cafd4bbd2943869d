package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * {@code ItemProcessor} (or the older {@code Iterator}) of a Map state.
 *
 * @param distributed {@code ProcessorConfig.Mode} is {@code DISTRIBUTED}
 * @param express {@code ProcessorConfig.ExecutionType} is {@code EXPRESS}
 * @param states the states that each item goes through
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html">Map state in Inline mode</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">Map state in Distributed mode</a>
 */
@API(status = MAINTAINED, since = "0.1")
public record ItemProcessor(boolean distributed, boolean express, StateGraph states) {}
