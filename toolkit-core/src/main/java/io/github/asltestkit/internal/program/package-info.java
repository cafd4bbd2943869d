/** Model to an immutable graph of compiled steps. */
@NullMarked
package io.github.asltestkit.internal.program;

import org.jspecify.annotations.NullMarked;
