package io.github.asltestkit;

import io.github.asltestkit.internal.endpoint.Front;
import io.github.asltestkit.internal.endpoint.JdkFront;
import io.github.asltestkit.internal.endpoint.Wire;
import io.github.asltestkit.internal.endpoint.wiremock.WireMockFront;
import java.util.function.Function;

/** Which server an endpoint listens with: that of WireMock if it is on the class path, else the JDK's. */
final class Fronts {
    private Fronts() {}

    static Function<Wire, Front> best() {
        // The reference to WireMockFront is linked when it is reached, so that WireMock may be absent.
        return isThere("com.github.tomakehurst.wiremock.WireMockServer") ? WireMockFront::start : JdkFront::start;
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, Fronts.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException notThere) {
            return false;
        }
    }
}
