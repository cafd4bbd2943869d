/** The model of an Amazon States Language definition, field for field, and where each part came from. */
@NullMarked
package io.github.asltestkit.definition;

import org.jspecify.annotations.NullMarked;
