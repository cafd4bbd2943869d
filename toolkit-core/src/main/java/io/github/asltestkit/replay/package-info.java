/** Recorded executions run again: what production did, against the definition of today. */
@NullMarked
package io.github.asltestkit.replay;

import org.jspecify.annotations.NullMarked;
