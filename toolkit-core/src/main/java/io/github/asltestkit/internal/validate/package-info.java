/** Rules over the model, one class each. */
@NullMarked
package io.github.asltestkit.internal.validate;

import org.jspecify.annotations.NullMarked;
