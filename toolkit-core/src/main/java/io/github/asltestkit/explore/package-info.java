/** Every way in which a run can go wrong, from one script: what was explored, each run of it, and the choices that make a run. */
@NullMarked
package io.github.asltestkit.explore;

import org.jspecify.annotations.NullMarked;
