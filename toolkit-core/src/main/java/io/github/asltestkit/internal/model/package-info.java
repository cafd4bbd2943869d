/** What the API models of the services say of a response's shape, from wherever they can be had. */
@NullMarked
package io.github.asltestkit.internal.model;

import org.jspecify.annotations.NullMarked;
