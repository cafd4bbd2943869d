package io.github.asltestkit.internal.model;

import io.github.asltestkit.integration.ServiceCatalogue;

/**
 * What Step Functions makes of the exceptions of the AWS SDK for Java 2: {@code DynamoDB.ConditionalCheckFailedException}. This
 * class can be loaded without the SDK.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html">AWS SDK service
 *     integrations: exceptions</a>
 */
public final class SdkErrors {
    private SdkErrors() {}

    /** Whether a service of the SDK throws it. */
    public static boolean isServiceException(Throwable thrown) {
        for (Class<?> at = thrown.getClass(); at != null; at = at.getSuperclass()) {
            if (at.getName().equals("software.amazon.awssdk.core.exception.SdkException")) {
                return true;
            }
        }
        return false;
    }

    /**
     * The error's name.
     *
     * @param service the service as the ARN has it: {@code dynamodb}, {@code aws-sdk:s3}
     */
    public static String name(String service, Throwable thrown) {
        String prefix = ServiceCatalogue.load().errorPrefix(service);
        String name = thrown.getClass().getSimpleName();
        return prefix == null ? name : prefix + "." + name;
    }

    /** The cause: the exception's own words. */
    public static String cause(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }
}
