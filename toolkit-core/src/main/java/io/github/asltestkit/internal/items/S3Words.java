package io.github.asltestkit.internal.items;

import io.github.asltestkit.s3.S3Exception;

/** What S3 refused, as an AWS client tells it. */
final class S3Words {
    private S3Words() {}

    static String of(S3Exception refused) {
        return refused.getMessage() + " (Service: Amazon S3; Status Code: " + refused.statusCode() + "; Error Code: "
                + refused.errorCode() + "; Request ID: ASLTESTKIT; S3 Extended Request ID: asl-testkit; Proxy: null)";
    }
}
