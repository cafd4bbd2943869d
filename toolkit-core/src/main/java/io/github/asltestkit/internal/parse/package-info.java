/** Text to model and diagnostics; never throws on bad input. */
@NullMarked
package io.github.asltestkit.internal.parse;

import org.jspecify.annotations.NullMarked;
