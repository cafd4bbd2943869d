/** The operators that change definitions, a class each, and the changed trees. */
@NullMarked
package io.github.asltestkit.internal.mutation;

import org.jspecify.annotations.NullMarked;
