/** What a client of the AWS SDK for Java 2 answers, in the API's JSON. */
@NullMarked
package io.github.asltestkit.internal.awssdk;

import org.jspecify.annotations.NullMarked;
