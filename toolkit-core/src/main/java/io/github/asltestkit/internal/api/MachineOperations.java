package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.api.ApiHost.Hosted;
import io.github.asltestkit.internal.api.RegisteredMachine.Version;
import io.github.asltestkit.internal.execution.Names;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Create, describe, update, delete and list state machines. */
final class MachineOperations {
    /** As many as ValidateStateMachineDefinition lists at most. */
    private static final int MOST_ERRORS = 100;

    private final ApiHost host;
    private final Registry registry;

    MachineOperations(ApiHost host, Registry registry) {
        this.host = host;
        this.registry = registry;
    }

    /**
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html">
     *     CreateStateMachine</a>
     */
    ObjectNode create(JsonNode request) {
        String name = request.path("name").asText();
        Names.check(name);
        boolean publish = request.path("publish").asBoolean();
        refuseDescriptionWithoutPublish(request);
        boolean express = request.path("type").asText("STANDARD").equals("EXPRESS");
        String arn = registry.engine().machineArn(name);
        RegisteredMachine existing = registry.find(arn);
        JsonNode logging = Configurations.logging(request.get("loggingConfiguration"));
        JsonNode tracing = Configurations.tracing(request.get("tracingConfiguration"));
        JsonNode encryption = Configurations.encryption(request.get("encryptionConfiguration"));
        String definition = request.path("definition").asText();
        String role = request.path("roleArn").asText();
        if (existing != null) {
            Revision now = existing.revision();
            boolean same = now.definition().equals(definition)
                    && existing.express() == express
                    && now.logging().equals(logging)
                    && now.tracing().equals(tracing)
                    && now.encryption().equals(encryption)
                    && existing.wasPublishedAtOnce() == publish;
            if (!same) {
                throw new StepFunctionsException(
                        "StateMachineAlreadyExists", "State Machine Already Exists: '" + arn + "'");
            }
            return created(existing, publish ? existing.versions().get(0) : null);
        }
        Hosted hosted = hosted(name, express, definition, role);
        Map<String, String> tags = Tags.checked(arn, Map.of(), request.path("tags"));
        RegisteredMachine machine = new RegisteredMachine(
                arn,
                name,
                express,
                new Revision(
                        null,
                        hosted.machine(),
                        definition,
                        role,
                        logging,
                        tracing,
                        encryption,
                        VariableReferences.of(hosted.definition()),
                        registry.now()));
        machine.tags().putAll(tags);
        registry.put(machine);
        Version version = null;
        if (publish) {
            machine.publishedAtOnce();
            version = publish(machine, Answers.text(request, "versionDescription"));
        }
        return created(machine, version);
    }

    /** Publishes the revision of today. */
    Version publish(RegisteredMachine machine, @Nullable String description) {
        Version version = machine.publish(description, registry.now());
        registry.engine().register(version.arn(), version.revision().machine());
        return version;
    }

    private static ObjectNode created(RegisteredMachine machine, @Nullable Version version) {
        ObjectNode answer = Answers.empty();
        answer.put("stateMachineArn", machine.arn());
        answer.set("creationDate", Answers.time(machine.createdMillis()));
        if (version != null) {
            answer.put("stateMachineVersionArn", version.arn());
        }
        return answer;
    }

    private Hosted hosted(String name, boolean express, String definition, String role) {
        try {
            return host.machine(name, express, definition, role);
        } catch (InvalidDefinitionException refused) {
            throw new StepFunctionsException("InvalidDefinition", refusal(refused.diagnostics()));
        }
    }

    /** How CreateStateMachine words what ValidateStateMachineDefinition would list (recorded). */
    private static String refusal(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(Diagnostic::isError)
                .limit(MOST_ERRORS)
                .map(error -> error.code() + ": " + error.message()
                        + (error.awsLocation() == null ? "" : " at " + error.awsLocation()))
                .collect(Collectors.joining(", ", "Invalid State Machine Definition: '", "'"));
    }

    private static void refuseDescriptionWithoutPublish(JsonNode request) {
        if (request.hasNonNull("versionDescription") && !request.path("publish").asBoolean()) {
            throw new StepFunctionsException(
                    "ValidationException", "Version description can only be set when publish is true");
        }
    }

    /**
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateStateMachine.html">
     *     UpdateStateMachine</a>
     */
    ObjectNode update(JsonNode request) {
        RegisteredMachine machine =
                registry.machine(request.path("stateMachineArn").asText());
        if (!request.hasNonNull("definition")
                && !request.hasNonNull("roleArn")
                && !request.hasNonNull("loggingConfiguration")
                && !request.hasNonNull("tracingConfiguration")
                && !request.hasNonNull("encryptionConfiguration")) {
            throw new StepFunctionsException(
                    "MissingRequiredParameter",
                    "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be"
                            + " specified");
        }
        refuseDescriptionWithoutPublish(request);
        Revision next = revised(machine, request);
        ObjectNode answer = Answers.empty();
        if (!next.isSameAs(machine.revision())) {
            machine.revise(next);
            registry.put(machine);
        }
        // The id of the revision that is current now, whether or not this request made it; the first one has none
        // (recorded).
        Answers.put(answer, "revisionId", machine.revision().id());
        if (request.path("publish").asBoolean()) {
            answer.put(
                    "stateMachineVersionArn",
                    publish(machine, Answers.text(request, "versionDescription"))
                            .arn());
        }
        answer.set("updateDate", Answers.time(registry.now()));
        return answer;
    }

    private Revision revised(RegisteredMachine machine, JsonNode request) {
        Revision now = machine.revision();
        String definition = request.path("definition").asText(now.definition());
        String role = request.path("roleArn").asText(now.roleArn());
        Hosted hosted = definition.equals(now.definition()) && role.equals(now.roleArn())
                ? null
                : hosted(machine.name(), machine.express(), definition, role);
        return new Revision(
                registry.engine().uuid("revision " + machine.arn() + " " + (machine.revisions() + 1)),
                hosted == null ? now.machine() : hosted.machine(),
                definition,
                role,
                request.hasNonNull("loggingConfiguration")
                        ? Configurations.logging(request.get("loggingConfiguration"))
                        : now.logging(),
                request.hasNonNull("tracingConfiguration")
                        ? Configurations.tracing(request.get("tracingConfiguration"))
                        : now.tracing(),
                request.hasNonNull("encryptionConfiguration")
                        ? Configurations.encryption(request.get("encryptionConfiguration"))
                        : now.encryption(),
                hosted == null ? now.variableReferences() : VariableReferences.of(hosted.definition()),
                registry.now());
    }

    /**
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html">
     *     DescribeStateMachine</a>
     */
    ObjectNode describe(JsonNode request) {
        Registry.Target target = registry.target(request.path("stateMachineArn").asText());
        Version version = target.version();
        RegisteredMachine machine = target.machine();
        ObjectNode answer = Answers.empty();
        answer.put("stateMachineArn", version == null ? machine.arn() : version.arn());
        answer.put("status", "ACTIVE");
        answer.put("type", machine.express() ? "EXPRESS" : "STANDARD");
        answer.set("creationDate", Answers.time(version == null ? machine.createdMillis() : version.createdMillis()));
        if (version != null) {
            Answers.put(answer, "description", version.description());
        }
        describe(answer, machine, target.revision(), request);
        return answer;
    }

    /** What DescribeStateMachine and DescribeStateMachineForExecution both say. */
    static void describe(ObjectNode answer, RegisteredMachine machine, Revision revision, JsonNode request) {
        boolean all = !request.path("includedData").asText().equals("METADATA_ONLY");
        answer.put("name", machine.name());
        answer.put("definition", all ? revision.definition() : "{}");
        answer.put("roleArn", revision.roleArn());
        answer.set("loggingConfiguration", revision.logging());
        answer.set("tracingConfiguration", revision.tracing());
        answer.set("encryptionConfiguration", revision.encryption());
        Answers.put(answer, "revisionId", revision.id());
        if (all && !revision.variableReferences().isEmpty()) {
            ObjectNode references = answer.putObject("variableReferences");
            revision.variableReferences().forEach((state, names) -> {
                var list = references.putArray(state);
                names.forEach(list::add);
            });
        }
    }

    /** DeleteStateMachine: executions that run go on. Does nothing where there is no such state machine. */
    ObjectNode delete(JsonNode request) {
        Arn arn = Arn.of(request.path("stateMachineArn").asText(), "stateMachine");
        if (arn.qualifier() != null) {
            throw new StepFunctionsException(
                    "ValidationException",
                    "The ARN must be that of a state machine, without a version or alias: '" + arn.text() + "'");
        }
        RegisteredMachine machine = registry.find(arn.text());
        if (machine != null) {
            registry.remove(machine);
        }
        return Answers.empty();
    }

    /** ListStateMachines, by name. */
    ObjectNode list(JsonNode request) {
        List<RegisteredMachine> all = registry.machines().stream()
                .sorted(Comparator.comparing(RegisteredMachine::name))
                .toList();
        return Page.of("ListStateMachines", all, request, RegisteredMachine::arn)
                .answer("stateMachines", machine -> {
                    ObjectNode item = Answers.empty();
                    item.put("stateMachineArn", machine.arn());
                    item.put("name", machine.name());
                    item.put("type", machine.express() ? "EXPRESS" : "STANDARD");
                    item.set("creationDate", Answers.time(machine.createdMillis()));
                    return item;
                });
    }
}
