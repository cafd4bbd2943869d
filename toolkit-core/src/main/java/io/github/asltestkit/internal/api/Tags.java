package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.StepFunctionsException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tag, untag and list the tags of state machines and Activities. */
final class Tags {
    private static final int MOST = 50;

    private final Registry registry;

    Tags(Registry registry) {
        this.registry = registry;
    }

    ObjectNode tag(JsonNode request) {
        String arn = request.path("resourceArn").asText();
        Map<String, String> tags = tagsOf(arn);
        tags.putAll(checked(arn, tags, request.path("tags")));
        return Answers.empty();
    }

    ObjectNode untag(JsonNode request) {
        Map<String, String> tags = tagsOf(request.path("resourceArn").asText());
        request.path("tagKeys").forEach(key -> tags.remove(key.asText()));
        return Answers.empty();
    }

    ObjectNode list(JsonNode request) {
        ObjectNode answer = Answers.empty();
        var tags = answer.putArray("tags");
        tagsOf(request.path("resourceArn").asText())
                .forEach((key, value) -> tags.addObject().put("key", key).put("value", value));
        return answer;
    }

    private Map<String, String> tagsOf(String arn) {
        Arn parsed = Arn.of(arn, "stateMachine", "activity");
        if (parsed.type().equals("activity")) {
            Registry.Activity activity = registry.activities().get(arn);
            if (activity != null) {
                return activity.tags();
            }
        } else {
            RegisteredMachine machine = registry.find(arn);
            if (machine != null) {
                return machine.tags();
            }
        }
        throw new StepFunctionsException("ResourceNotFound", "Resource not found: '" + arn + "'");
    }

    /**
     * The tags of a request, those of a resource that already has some.
     *
     * @throws StepFunctionsException TooManyTags
     */
    static Map<String, String> checked(String arn, Map<String, String> had, JsonNode given) {
        Map<String, String> tags = new LinkedHashMap<>();
        given.forEach(
                tag -> tags.put(tag.path("key").asText(), tag.path("value").asText()));
        Map<String, String> all = new LinkedHashMap<>(had);
        all.putAll(tags);
        if (all.size() > MOST) {
            throw new StepFunctionsException("TooManyTags", "Too many tags: '" + arn + "'");
        }
        return tags;
    }
}
