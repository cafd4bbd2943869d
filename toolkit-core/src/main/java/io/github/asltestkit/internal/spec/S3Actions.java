package io.github.asltestkit.internal.spec;

import java.util.Set;

/** The calls to Amazon S3 that an object store in memory can answer. */
public final class S3Actions {
    private static final String SERVICE = "aws-sdk:s3";

    private static final Set<String> ANSWERED = Set.of(
            "getObject",
            "headObject",
            "putObject",
            "copyObject",
            "deleteObject",
            "deleteObjects",
            "listObjectsV2",
            "headBucket");

    private S3Actions() {}

    /**
     * Whether a call is one of them.
     *
     * @param service as the ARN has it, such as {@code aws-sdk:s3}
     * @param action as the ARN has it, such as {@code getObject}
     */
    public static boolean areAnswered(String service, String action) {
        return service.equals(SERVICE) && ANSWERED.contains(action);
    }
}
