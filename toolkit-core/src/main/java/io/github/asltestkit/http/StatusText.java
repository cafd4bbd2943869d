package io.github.asltestkit.http;

/** The words of a successful HTTP status, which the JDK's client does not hand on. */
final class StatusText {

    private StatusText() {}

    static String of(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 202 -> "Accepted";
            case 203 -> "Non-Authoritative Information";
            case 204 -> "No Content";
            case 205 -> "Reset Content";
            case 206 -> "Partial Content";
            default -> "";
        };
    }
}
