/** AssertJ assertions on executions and histories; {@link io.github.asltestkit.assertj.AslAssertions} is the entry. */
@NullMarked
package io.github.asltestkit.assertj;

import org.jspecify.annotations.NullMarked;
