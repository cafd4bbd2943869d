/** Proofs that the toolkit does what AWS does: stays in states, what AWS's TestState answers for them, and the files of its answers. */
@NullMarked
package io.github.asltestkit.proof;

import org.jspecify.annotations.NullMarked;
