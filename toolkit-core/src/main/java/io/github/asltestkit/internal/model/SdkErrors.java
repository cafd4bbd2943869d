package io.github.asltestkit.internal.model;

import io.github.asltestkit.integration.ServiceCatalogue;
import org.jspecify.annotations.Nullable;

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
     * The error's name: the integration's prefix, and the exception's own name. The prefix of an AWS SDK integration is the
     * SDK's name of the service, as the common parent of the service's exceptions has it.
     *
     * @param service the service as the ARN has it: {@code dynamodb}, {@code aws-sdk:s3}
     */
    public static String name(String service, Throwable thrown) {
        String family = service.startsWith("aws-sdk:") ? family(thrown.getClass()) : null;
        String prefix = family != null ? family : ServiceCatalogue.load().errorPrefix(service);
        String name = thrown.getClass().getSimpleName();
        return prefix == null ? name : prefix + "." + name;
    }

    /** {@code DynamoDb} of all that extends {@code DynamoDbException}; null for what no service throws. */
    private static @Nullable String family(Class<?> type) {
        for (Class<?> at = type; at.getSuperclass() != null; at = at.getSuperclass()) {
            if (at.getSuperclass().getSimpleName().equals("AwsServiceException")) {
                return at.getSimpleName().replaceFirst("Exception$", "");
            }
        }
        return null;
    }

    /** The cause: the exception's own words. */
    public static String cause(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }
}
