/** The interpreter: the only writer of history. */
@NullMarked
package io.github.asltestkit.internal.execution;

import org.jspecify.annotations.NullMarked;
