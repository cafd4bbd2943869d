/** What a change of a definition changes: scenarios in which the old and the new definition behave differently. */
@NullMarked
package io.github.asltestkit.diff;

import org.jspecify.annotations.NullMarked;
