/** How the objects of a test become JSON and come back; the mapper of a project is set here. */
@NullMarked
package io.github.asltestkit.json;

import org.jspecify.annotations.NullMarked;
