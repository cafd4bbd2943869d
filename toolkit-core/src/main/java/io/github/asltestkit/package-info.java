/**
 * The facade: a {@link io.github.asltestkit.StateMachine}, a {@link io.github.asltestkit.StateMachineHarness} that runs it
 * on a virtual clock, and the {@link io.github.asltestkit.Execution}s that come of it.
 */
@NullMarked
package io.github.asltestkit;

import org.jspecify.annotations.NullMarked;
