package io.github.asltestkit.internal.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The partition of a region, as the SDKs of AWS derive it: by how the region's name begins.
 *
 * @see <a href="https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html">Partitions</a>
 */
public final class Partitions {
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)++-[0-9]+");
    private static final Map<String, String> BY_PREFIX = byPrefix();

    private Partitions() {}

    private static Map<String, String> byPrefix() {
        Map<String, String> partitions = new LinkedHashMap<>();
        partitions.put("cn-", "aws-cn");
        partitions.put("us-gov-", "aws-us-gov");
        partitions.put("us-iso-", "aws-iso");
        partitions.put("us-isob-", "aws-iso-b");
        partitions.put("eu-isoe-", "aws-iso-e");
        partitions.put("us-isof-", "aws-iso-f");
        partitions.put("eusc-", "aws-eusc");
        return partitions;
    }

    /** Whether a text has the form of a region's name, such as {@code eu-central-1}. */
    public static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    /** The partition, such as {@code aws-cn}. */
    public static String of(String region) {
        for (Map.Entry<String, String> partition : BY_PREFIX.entrySet()) {
            if (region.startsWith(partition.getKey())) {
                return partition.getValue();
            }
        }
        return "aws";
    }
}
