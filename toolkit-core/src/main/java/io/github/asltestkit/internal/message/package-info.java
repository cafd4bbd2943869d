/** Aligned facts, differences and did-you-mean for failure messages. */
@NullMarked
package io.github.asltestkit.internal.message;

import org.jspecify.annotations.NullMarked;
