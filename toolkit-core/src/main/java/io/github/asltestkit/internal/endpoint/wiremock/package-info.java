/** The endpoint as an extension of a WireMock server, for whoever has WireMock. */
@NullMarked
package io.github.asltestkit.internal.endpoint.wiremock;

import org.jspecify.annotations.NullMarked;
