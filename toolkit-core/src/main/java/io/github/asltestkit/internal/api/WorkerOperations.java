package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.execution.Names;
import io.github.asltestkit.internal.execution.OpenTask;
import io.github.asltestkit.internal.execution.Reporter;
import io.github.asltestkit.internal.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;

/** Activities, and what workers report by task token. */
final class WorkerOperations {
    private final Registry registry;

    WorkerOperations(Registry registry) {
        this.registry = registry;
    }

    // ---- Activities ------------------------------------------------------------------------------------------

    /** CreateActivity: the same name again is the same Activity. */
    ObjectNode create(JsonNode request) {
        String name = request.path("name").asText();
        Names.check(name);
        String arn = registry.engine().activityArn(name);
        Registry.Activity activity = registry.activities().get(arn);
        if (activity == null) {
            LinkedHashMap<String, String> tags = new LinkedHashMap<>();
            tags.putAll(Tags.checked(arn, tags, request.path("tags")));
            activity = new Registry.Activity(arn, name, registry.now(), tags);
            registry.activities().put(arn, activity);
        }
        ObjectNode answer = Answers.empty();
        answer.put("activityArn", activity.arn());
        answer.set("creationDate", Answers.time(activity.createdMillis()));
        return answer;
    }

    /** The Activities that a definition names are there: a test need not create what its deployment would. */
    void adopt(Definition definition) {
        List<JsonNode> resources = definition.json().findValues("Resource");
        for (JsonNode resource : resources) {
            String arn = resource.asText();
            int name = arn.indexOf(":activity:");
            if (name > 0) {
                registry.activities()
                        .computeIfAbsent(
                                arn,
                                it -> new Registry.Activity(
                                        it,
                                        it.substring(name + ":activity:".length()),
                                        registry.now(),
                                        new LinkedHashMap<>()));
            }
        }
    }

    ObjectNode describe(JsonNode request) {
        Registry.Activity activity =
                registry.activity(request.path("activityArn").asText());
        ObjectNode answer = Answers.empty();
        answer.put("activityArn", activity.arn());
        answer.put("name", activity.name());
        answer.set("creationDate", Answers.time(activity.createdMillis()));
        answer.set("encryptionConfiguration", Configurations.encryption(null));
        return answer;
    }

    /** DeleteActivity: does nothing where there is no such Activity (recorded). */
    ObjectNode delete(JsonNode request) {
        registry.activities()
                .remove(Arn.of(request.path("activityArn").asText(), "activity").text());
        return Answers.empty();
    }

    ObjectNode list(JsonNode request) {
        return Page.of("ListActivities", List.copyOf(registry.activities().values()), request, Registry.Activity::arn)
                .answer("activities", activity -> {
                    ObjectNode item = Answers.empty();
                    item.put("activityArn", activity.arn());
                    item.put("name", activity.name());
                    item.set("creationDate", Answers.time(activity.createdMillis()));
                    return item;
                });
    }

    /** GetActivityTask without its wait: an empty answer where no task waits. */
    ObjectNode poll(JsonNode request) {
        Registry.Activity activity =
                registry.activity(request.path("activityArn").asText());
        OpenTask task = registry.engine().pollActivity(activity.arn(), Answers.text(request, "workerName"));
        ObjectNode answer = Answers.empty();
        if (task != null) {
            answer.put("taskToken", task.call().taskToken());
            answer.put("input", JsonText.write(task.call().parameters()));
        }
        return answer;
    }

    // ---- task tokens -----------------------------------------------------------------------------------------

    ObjectNode succeed(JsonNode request) {
        JsonNode output;
        try {
            output = JsonText.parse(request.path("output").asText());
        } catch (JsonProcessingException notJson) {
            throw StepFunctionsException.invalidOutput(notJson.getOriginalMessage());
        }
        registry.engine()
                .sendTaskSuccess(request.path("taskToken").asText(), output, Reporter.caller(Reporter.SUCCESS));
        return Answers.empty();
    }

    ObjectNode fail(JsonNode request) {
        registry.engine()
                .sendTaskFailure(
                        request.path("taskToken").asText(),
                        Answers.text(request, "error"),
                        Answers.text(request, "cause"),
                        Reporter.caller(Reporter.FAILURE));
        return Answers.empty();
    }

    ObjectNode heartbeat(JsonNode request) {
        registry.engine().sendTaskHeartbeat(request.path("taskToken").asText(), Reporter.caller(Reporter.HEARTBEAT));
        return Answers.empty();
    }
}
