/** The WireMock server that an endpoint is an extension of, for whoever has WireMock. */
@NullMarked
package io.github.asltestkit.endpoint.wiremock;

import org.jspecify.annotations.NullMarked;
