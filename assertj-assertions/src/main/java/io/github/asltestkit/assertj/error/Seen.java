package io.github.asltestkit.assertj.error;

import io.github.asltestkit.inspection.StateVisit;

/**
 * A stay in a state, and the execution that it is one of: the asserted one, or a child execution of its distributed Maps.
 *
 * @param path the state's path, from the top of the asserted execution
 */
public record Seen(StateVisit visit, Evidence evidence, String path) {}
