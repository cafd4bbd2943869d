package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether the order of a history's events was a race. */
final class Concurrency {
    private Concurrency() {}

    static boolean isRace(String definition, JsonNode history) {
        boolean branchesRan = false;
        boolean iterationsRan = false;
        for (JsonNode event : history) {
            branchesRan |= event.path("type").asText().equals("ParallelStateStarted");
            iterationsRan |=
                    event.path("mapStateStartedEventDetails").path("length").asInt() > 1;
        }
        JsonNode tree = CaseNormalizer.parse(definition).orElse(ConformanceCase.JSON.createObjectNode());
        return branchesRan && hasBranches(tree) || iterationsRan && hasConcurrentMap(tree);
    }

    private static boolean hasBranches(JsonNode node) {
        if (node.path("Branches").size() > 1) {
            return true;
        }
        for (JsonNode child : node) {
            if (hasBranches(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasConcurrentMap(JsonNode node) {
        if (node.path("Type").asText().equals("Map")
                && !node.path("MaxConcurrency").asText().equals("1")) {
            return true;
        }
        for (JsonNode child : node) {
            if (hasConcurrentMap(child)) {
                return true;
            }
        }
        return false;
    }
}
