/** The queue of future events, ordered by instant and sequence. */
@NullMarked
package io.github.asltestkit.internal.schedule;

import org.jspecify.annotations.NullMarked;
