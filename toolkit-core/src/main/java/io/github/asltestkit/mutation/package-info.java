/** Mutants of definitions: small mistakes made on purpose, to see whether a test notices. */
@NullMarked
package io.github.asltestkit.mutation;

import org.jspecify.annotations.NullMarked;
