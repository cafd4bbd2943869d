/** JSONPath, reference paths, intrinsic functions, payload templates and JSONata: compiled once, evaluated often. */
@NullMarked
package io.github.asltestkit.internal.expression;

import org.jspecify.annotations.NullMarked;
