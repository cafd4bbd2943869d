package io.github.asltestkit.internal.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The server of the JDK, which starts in a few milliseconds and serves the API alone. */
public final class JdkFront implements Front {
    private static final int BACKLOG = 512;

    /**
     * The JDK's server sends head and body of a response one after the other; without this, the second waits for the
     * client's delayed acknowledgement of the first, some 40 ms for each call. The JDK reads it once for the whole JVM, and
     * offers no other way; a value that somebody set is left as it is.
     */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final HttpServer server;
    private final ExecutorService threads;

    private JdkFront(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    public static Front start(Wire wire) {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "asl-testkit-endpoint");
            thread.setDaemon(true);
            return thread;
        });
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback(), 0), BACKLOG);
            server.setExecutor(threads);
            server.createContext("/", exchange -> serve(exchange, wire));
            // Its dispatcher inherits being a daemon, so that a forgotten endpoint keeps no JVM alive.
            CompletableFuture.runAsync(server::start, threads).join();
            return new JdkFront(server, threads);
        } catch (IOException noPort) {
            threads.shutdown();
            throw new UncheckedIOException("No port of the loopback interface could be opened", noPort);
        }
    }

    /** The address that {@link #uri()} names: the JDK's own loopback address is another where it prefers IPv6. */
    private static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static void serve(HttpExchange exchange, Wire wire) throws IOException {
        try (exchange;
                InputStream body = exchange.getRequestBody()) {
            WireResponse response = wire.answer(new WireRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("X-Amz-Target"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders().getFirst("Host"),
                    exchange.getRequestHeaders().getFirst("Origin"),
                    body.readNBytes(Wire.MAX_BODY + 1)));
            response.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(response.status(), response.body().length);
            exchange.getResponseBody().write(response.body());
        }
    }

    @Override
    public URI uri() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://127.0.0.1:" + address.getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdown();
    }
}
