package io.github.asltestkit.s3;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * What S3 answers to a request that it refuses.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses</a>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class S3Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String errorCode;
    private final int statusCode;

    S3Exception(String errorCode, int statusCode, String message) {
        super(message);
        this.errorCode = errorCode;
        this.statusCode = statusCode;
    }

    /**
     * A refusal.
     *
     * @param errorCode S3's error code, such as {@code NoSuchKey}
     * @param statusCode the HTTP status
     * @param message S3's own words
     */
    public static S3Exception of(String errorCode, int statusCode, String message) {
        return new S3Exception(errorCode, statusCode, message);
    }

    static S3Exception noSuchBucket() {
        return new S3Exception("NoSuchBucket", 404, "The specified bucket does not exist");
    }

    static S3Exception noSuchKey() {
        return new S3Exception("NoSuchKey", 404, "The specified key does not exist.");
    }

    static S3Exception noSuchVersion() {
        return new S3Exception("NoSuchVersion", 404, "The specified version does not exist.");
    }

    /** S3's error code, such as {@code NoSuchKey}. */
    public String errorCode() {
        return errorCode;
    }

    /** The HTTP status, such as 404. */
    public int statusCode() {
        return statusCode;
    }
}
