package io.github.asltestkit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The partition of a region, as the SDKs of AWS derive it: by how the region's name begins.
 *
 * @see <a href="https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html">Partitions</a>
 */
final class Partitions {
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

    static String of(String region) {
        return BY_PREFIX.entrySet().stream()
                .filter(entry -> region.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("aws");
    }
}
