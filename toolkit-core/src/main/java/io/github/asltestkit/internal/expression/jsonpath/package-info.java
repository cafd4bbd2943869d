/** JSONPath: paths, reference paths, intrinsic functions, payload templates and Choice operators; compiled once. */
@NullMarked
package io.github.asltestkit.internal.expression.jsonpath;

import org.jspecify.annotations.NullMarked;
