/** Clients of the AWS SDK for Java 2 that talk to an endpoint, for whoever has the SDK. */
@NullMarked
package io.github.asltestkit.endpoint.awssdk;

import org.jspecify.annotations.NullMarked;
