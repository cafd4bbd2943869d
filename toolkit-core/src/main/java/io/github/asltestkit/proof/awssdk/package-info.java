/** TestState of AWS itself, by the AWS SDK for Java 2, for whoever has it. */
@NullMarked
package io.github.asltestkit.proof.awssdk;

import org.jspecify.annotations.NullMarked;
