/** The command line: one class for each command, and what several of them share. */
@NullMarked
package io.github.asltestkit.commandline;

import org.jspecify.annotations.NullMarked;
