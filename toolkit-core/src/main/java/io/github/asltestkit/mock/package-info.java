/** Scripted answers to the calls of a state machine, and the journal of those calls. */
@NullMarked
package io.github.asltestkit.mock;

import org.jspecify.annotations.NullMarked;
