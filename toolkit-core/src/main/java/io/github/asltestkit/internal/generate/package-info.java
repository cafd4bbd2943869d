/** Finds the input and the answers with which an execution takes what is to be taken, and writes them down as tests. */
@NullMarked
package io.github.asltestkit.internal.generate;

import org.jspecify.annotations.NullMarked;
