package io.github.asltestkit.internal.items;

/** Optional libraries: what to say where one is missing. */
final class Libraries {
    private Libraries() {}

    /** Thrown as it is, not as an error of the state: at AWS the file would be read. */
    static IllegalStateException missing(String what, String artifact, LinkageError absent) {
        return new IllegalStateException(
                what + " is read by a library that is not on the class path.\n\n  add: " + artifact + " (scope test)",
                absent);
    }
}
