/** What JSONPath and JSONata have in common: a compiled expression, the scope that it reads, the errors that it throws. */
@NullMarked
package io.github.asltestkit.internal.expression;

import org.jspecify.annotations.NullMarked;
