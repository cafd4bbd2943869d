package io.github.asltestkit.internal.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, as far as the endpoint looks at one.
 *
 * @param path without query
 * @param target {@code X-Amz-Target}
 * @param contentType {@code Content-Type}
 * @param host {@code Host}
 * @param origin {@code Origin}, which browsers send
 * @param body at most {@link Wire#MAX_BODY} bytes and one more
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are made for it, and nobody compares requests.
public record WireRequest(
        String method,
        String path,
        @Nullable String target,
        @Nullable String contentType,
        @Nullable String host,
        @Nullable String origin,
        byte[] body) {}
