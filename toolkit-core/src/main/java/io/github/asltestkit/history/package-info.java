/** The history of an execution in the names and shapes of GetExecutionHistory. */
@NullMarked
package io.github.asltestkit.history;

import org.jspecify.annotations.NullMarked;
