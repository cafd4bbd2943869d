package io.github.asltestkit.internal.items;

import io.github.asltestkit.s3.S3Exception;

/** Items that cannot be read; the message is the cause of {@code States.ItemReaderFailed}. */
public final class ItemReaderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ItemReaderException(String cause) {
        super(cause, null, false, false);
    }

    /** What S3 refused, as an AWS client tells it. */
    static ItemReaderException of(S3Exception refused) {
        return new ItemReaderException(S3Words.of(refused));
    }

    /** Words for a file that is not what it is said to be. */
    static ItemReaderException unreadable(String format, String source, String detail) {
        return new ItemReaderException("The file " + source + " is not valid " + format + ": " + detail);
    }
}
