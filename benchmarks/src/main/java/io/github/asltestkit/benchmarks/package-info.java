/** Benchmarks: what the toolkit costs a test suite. */
@NullMarked
package io.github.asltestkit.benchmarks;

import org.jspecify.annotations.NullMarked;
