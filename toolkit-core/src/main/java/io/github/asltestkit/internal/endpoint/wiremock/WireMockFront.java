package io.github.asltestkit.internal.endpoint.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.asltestkit.internal.endpoint.Front;
import io.github.asltestkit.internal.endpoint.Wire;
import java.net.URI;

/** A WireMock server with the API as its extension: what is no call of the API goes on to its stubs. */
public final class WireMockFront implements Front {
    /** Each poll of a worker holds a thread while it waits. Threads are made when they are needed. */
    private static final int THREADS = 10_000;

    private final WireMockServer server;

    private WireMockFront(WireMockServer server) {
        this.server = server;
    }

    public static Front start(Wire wire) {
        WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .containerThreads(THREADS)
                .extensions(new ApiFilter(wire), new AdminFilter()));
        server.start();
        return new WireMockFront(server);
    }

    public WireMockServer server() {
        return server;
    }

    @Override
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void stop() {
        server.stop();
    }
}
