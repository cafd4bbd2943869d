/** Reads the items of a Map Run from the object store, and writes its results there; one after the other, never all at once. */
@NullMarked
package io.github.asltestkit.internal.items;

import org.jspecify.annotations.NullMarked;
