package io.github.asltestkit.internal.items;

import io.github.asltestkit.s3.S3Exception;

/** Results that cannot be written; the message is the cause of {@code States.ResultWriterFailed}. */
public final class ResultWriterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ResultWriterException(String cause) {
        super(cause, null, false, false);
    }

    static ResultWriterException of(S3Exception refused) {
        return new ResultWriterException(S3Words.of(refused));
    }
}
