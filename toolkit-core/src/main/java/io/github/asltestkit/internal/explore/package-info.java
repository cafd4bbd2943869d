/** Explores runs: which faults a call can have, what each does to it, and the search over all of them. */
@NullMarked
package io.github.asltestkit.internal.explore;

import org.jspecify.annotations.NullMarked;
