/**
 * What is known of the data of a state machine before any execution: a shape for the input of each state and for each variable,
 * by a pass along the data flow.
 */
@NullMarked
package io.github.asltestkit.internal.shape;

import org.jspecify.annotations.NullMarked;
