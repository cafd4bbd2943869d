package io.github.asltestkit.internal.endpoint;

import java.util.Map;

/** An HTTP response. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are made for it, and nobody compares responses.
public record WireResponse(int status, Map<String, String> headers, byte[] body) {}
