/** What happened in an execution, as a person reads it. */
@NullMarked
package io.github.asltestkit.report;

import org.jspecify.annotations.NullMarked;
