/** Compares the behaviour of two definitions: the scenarios, the runs on both sides, the clusters of differences. */
@NullMarked
package io.github.asltestkit.internal.diff;

import org.jspecify.annotations.NullMarked;
