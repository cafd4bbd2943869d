package io.github.asltestkit.internal.endpoint.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.asltestkit.internal.endpoint.Loopback;

/** Keeps web pages from WireMock's admin, whose journal has task tokens and which can add stubs. */
final class AdminFilter implements AdminRequestFilterV2 {
    private static final int FORBIDDEN = 403;

    @Override
    public String getName() {
        return "asl-testkit-admin";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent serveEvent) {
        String refusal = Loopback.refusal(request.getHeader("Host"), request.getHeader("Origin"));
        return refusal == null
                ? RequestFilterAction.continueWith(request)
                : RequestFilterAction.stopWith(ResponseDefinitionBuilder.responseDefinition()
                        .withStatus(FORBIDDEN)
                        .withBody(refusal)
                        .build());
    }
}
