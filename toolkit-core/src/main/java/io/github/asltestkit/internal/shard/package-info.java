/** Work that several JVMs share out among themselves: which part is this one's. */
@NullMarked
package io.github.asltestkit.internal.shard;

import org.jspecify.annotations.NullMarked;
