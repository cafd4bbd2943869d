/** What the toolkit and its users read from the class path. */
@NullMarked
package io.github.asltestkit.internal.io;

import org.jspecify.annotations.NullMarked;
