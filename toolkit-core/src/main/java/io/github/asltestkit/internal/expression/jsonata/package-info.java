/** JSONata: expressions, templates, and AWS's own functions; compiled once, evaluated often. */
@NullMarked
package io.github.asltestkit.internal.expression.jsonata;

import org.jspecify.annotations.NullMarked;
