/** What a proof on AWS needs inside: the part of a definition that is asked about, canonical JSON, placeholders, differences. */
@NullMarked
package io.github.asltestkit.internal.proof;

import org.jspecify.annotations.NullMarked;
