/** Located problems as values, in the shape that ValidateStateMachineDefinition gives them. */
@NullMarked
package io.github.asltestkit.diagnostic;

import org.jspecify.annotations.NullMarked;
