/**
 * What of a definition executions have taken: pure functions of histories and the definition, merged over any number of
 * tests, and the forms in which others read it.
 */
@NullMarked
package io.github.asltestkit.coverage;

import org.jspecify.annotations.NullMarked;
