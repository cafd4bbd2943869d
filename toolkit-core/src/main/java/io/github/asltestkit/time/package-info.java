/** The virtual clock. */
@NullMarked
package io.github.asltestkit.time;

import org.jspecify.annotations.NullMarked;
