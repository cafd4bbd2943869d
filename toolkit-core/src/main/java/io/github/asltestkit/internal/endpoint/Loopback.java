package io.github.asltestkit.internal.endpoint;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells callers on this machine from web pages that a browser on it shows. The browser reaches the loopback interface for
 * any page, but it always says which host the page asked for, and which site the page came from: a name that was made to
 * lead here is still another host, and a page from elsewhere has another origin.
 */
public final class Loopback {
    /** Clients of the SDKs put {@code sync-} before the host for two operations. */
    private static final Pattern LOCAL = Pattern.compile(
            "(sync-)?(localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)])|[a-z0-9.-]+\\.localhost");

    private Loopback() {}

    /**
     * Why a request is not answered; null if it is.
     *
     * @param host its header {@code Host}
     * @param origin its header {@code Origin}, which only browsers send
     */
    public static @Nullable String refusal(@Nullable String host, @Nullable String origin) {
        if (host == null || !isLocal(withoutPort(host))) {
            return "The endpoint answers requests to a loopback address only, and the header Host of this one is "
                    + host;
        }
        return origin == null || isLocalOrigin(origin)
                ? null
                : "The endpoint answers web pages of this machine only, and the header Origin of this request is "
                        + origin;
    }

    private static boolean isLocalOrigin(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host != null && isLocal(host);
        } catch (IllegalArgumentException opaque) {
            return false;
        }
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":[0-9]*$", "");
    }

    private static boolean isLocal(String host) {
        return LOCAL.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
