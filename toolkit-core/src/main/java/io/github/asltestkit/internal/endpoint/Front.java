package io.github.asltestkit.internal.endpoint;

import java.net.URI;

/** A server that hands requests to a {@link Wire}. */
public interface Front {

    URI uri();

    /** Stops at once. */
    void stop();
}
