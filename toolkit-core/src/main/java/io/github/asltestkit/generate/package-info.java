/** Tests that are generated from a definition: what was found, what was not reached and why, and the Java of it. */
@NullMarked
package io.github.asltestkit.generate;

import org.jspecify.annotations.NullMarked;
