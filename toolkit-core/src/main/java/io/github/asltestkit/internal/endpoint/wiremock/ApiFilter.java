package io.github.asltestkit.internal.endpoint.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.asltestkit.internal.endpoint.Wire;
import io.github.asltestkit.internal.endpoint.WireRequest;
import io.github.asltestkit.internal.endpoint.WireResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Answers the calls of the API before WireMock looks for a stub; a reset of the stubs does not touch it. */
final class ApiFilter implements StubRequestFilterV2 {
    private final Wire wire;

    ApiFilter(Wire wire) {
        this.wire = wire;
    }

    @Override
    public String getName() {
        return "asl-testkit";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent serveEvent) {
        String method = request.getMethod().value();
        String path = URI.create(request.getUrl()).getPath();
        String target = request.getHeader("X-Amz-Target");
        if (!Wire.isOurs(method, path, target)) {
            return RequestFilterAction.continueWith(request);
        }
        WireResponse response = wire.answer(new WireRequest(
                method,
                path,
                target,
                request.getHeader("Content-Type"),
                request.getHeader("Host"),
                request.getHeader("Origin"),
                body(request)));
        ResponseDefinitionBuilder answer = ResponseDefinitionBuilder.responseDefinition()
                .withStatus(response.status())
                .withBody(response.body());
        response.headers().forEach(answer::withHeader);
        return RequestFilterAction.stopWith(answer.build());
    }

    /** A body that says it is too large is not read. */
    private static byte[] body(Request request) {
        String length = request.getHeader("Content-Length");
        return isTooLarge(length) ? new byte[Wire.MAX_BODY + 1] : request.getBody();
    }

    private static boolean isTooLarge(@Nullable String length) {
        try {
            return length != null && Long.parseLong(length) > Wire.MAX_BODY;
        } catch (NumberFormatException unreadable) {
            return true;
        }
    }
}
