/** The port through which a Task calls the world: the call, its integration pattern, its outcome and its task token. */
@NullMarked
package io.github.asltestkit.integration;

import org.jspecify.annotations.NullMarked;
