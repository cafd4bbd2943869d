package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.api.RegisteredMachine.Alias;
import io.github.asltestkit.internal.api.RegisteredMachine.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Versions of state machines, and the aliases that name them. */
final class VersionOperations {
    private static final int MOST_VERSIONS = 1000;
    private static final int MOST_ALIASES = 100;

    private final Registry registry;
    private final MachineOperations machines;

    VersionOperations(Registry registry, MachineOperations machines) {
        this.registry = registry;
        this.machines = machines;
    }

    /**
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_PublishStateMachineVersion.html">
     *     PublishStateMachineVersion</a>
     */
    ObjectNode publish(JsonNode request) {
        RegisteredMachine machine =
                registry.machine(request.path("stateMachineArn").asText());
        String now = Objects.requireNonNullElse(machine.revision().id(), "INITIAL");
        String asked = request.path("revisionId").asText(now);
        if (!asked.equals(now)) {
            throw new StepFunctionsException(
                    "ConflictException",
                    "Failed to publish the State Machine version for revision " + asked
                            + ". The current State Machine revision is " + now + ".");
        }
        if (machine.versions().size() >= MOST_VERSIONS) {
            throw new StepFunctionsException(
                    "ServiceQuotaExceededException",
                    "The maximum number of versions of a state machine is " + MOST_VERSIONS);
        }
        Version version = machines.publish(machine, Answers.text(request, "description"));
        ObjectNode answer = Answers.empty();
        answer.put("stateMachineVersionArn", version.arn());
        answer.set("creationDate", Answers.time(version.createdMillis()));
        return answer;
    }

    /** ListStateMachineVersions, newest first; none where there is no such state machine, as the API has no error for it. */
    ObjectNode list(JsonNode request) {
        RegisteredMachine machine = registry.find(
                Arn.of(request.path("stateMachineArn").asText(), "stateMachine").text());
        List<Version> newestFirst = machine == null ? new ArrayList<>() : new ArrayList<>(machine.versions());
        Collections.reverse(newestFirst);
        return Page.of("ListStateMachineVersions", newestFirst, request, Version::arn)
                .answer("stateMachineVersions", version -> {
                    ObjectNode item = Answers.empty();
                    item.put("stateMachineVersionArn", version.arn());
                    item.set("creationDate", Answers.time(version.createdMillis()));
                    return item;
                });
    }

    /** DeleteStateMachineVersion: does nothing where there is no such version. */
    ObjectNode delete(JsonNode request) {
        Arn arn = Arn.of(request.path("stateMachineVersionArn").asText(), "stateMachine");
        RegisteredMachine machine = registry.find(arn.unqualified());
        Version version = machine == null || arn.qualifier() == null ? null : machine.version(arn.qualifier());
        if (machine != null && version != null) {
            List<String> aliases = machine.aliases().values().stream()
                    .filter(alias -> arns(alias.routing()).contains(version.arn()))
                    .map(Alias::name)
                    .toList();
            if (!aliases.isEmpty()) {
                throw new StepFunctionsException(
                        "ConflictException",
                        "Version to be deleted must not be referenced by an alias. Current list of aliases referencing"
                                + " this version: " + aliases);
            }
            machine.versions().remove(version);
            registry.engine().unregister(version.arn());
        }
        return Answers.empty();
    }

    // ---- aliases ---------------------------------------------------------------------------------------------

    /**
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachineAlias.html">
     *     CreateStateMachineAlias</a>
     */
    ObjectNode createAlias(JsonNode request) {
        JsonNode routing = request.path("routingConfiguration");
        RegisteredMachine machine = routed(routing);
        String name = request.path("name").asText();
        String description = Answers.text(request, "description");
        Alias existing = machine.aliases().get(name);
        if (existing == null && machine.aliases().size() >= MOST_ALIASES) {
            throw new StepFunctionsException(
                    "ServiceQuotaExceededException",
                    "The maximum number of aliases of a state machine is " + MOST_ALIASES);
        }
        if (existing != null
                && !(existing.routing().equals(routing) && Objects.equals(existing.description(), description))) {
            throw new StepFunctionsException(
                    "ConflictException",
                    "Failed to create alias because an alias with the same name and a different routing configuration"
                            + " already exists.");
        }
        Alias alias = existing != null
                ? existing
                : new Alias(name, machine.arn() + ":" + name, description, routing, registry.now(), registry.now());
        put(machine, alias);
        ObjectNode answer = Answers.empty();
        answer.put("stateMachineAliasArn", alias.arn());
        answer.set("creationDate", Answers.time(alias.createdMillis()));
        return answer;
    }

    private void put(RegisteredMachine machine, Alias alias) {
        machine.aliases().put(alias.name(), alias);
        String first = arns(alias.routing()).get(0);
        registry.engine()
                .register(alias.arn(), registry.target(first).revision().machine());
    }

    /** The state machine whose versions a routing configuration names. */
    private RegisteredMachine routed(JsonNode routing) {
        List<String> arns = arns(routing);
        if (new HashSet<>(arns).size() < arns.size()) {
            throw invalid("Routing configuration must contain distinct state machine version ARNs. Received: " + arns);
        }
        List<Integer> weights = new ArrayList<>();
        routing.forEach(item -> weights.add(item.path("weight").asInt()));
        if (weights.stream().mapToInt(weight -> weight).sum() != 100) {
            throw invalid("Sum of routing configuration weights must equal 100. Received: " + weights);
        }
        RegisteredMachine machine = null;
        for (String text : arns) {
            Arn arn = Arn.of(text, "stateMachine");
            RegisteredMachine of = registry.find(arn.unqualified());
            if (arn.qualifier() == null || !arn.qualifier().matches("\\d+")) {
                throw invalid("Routing configuration must contain state machine version ARNs. Received: " + arns);
            }
            if (of == null || of.version(arn.qualifier()) == null) {
                throw new StepFunctionsException(
                        "ResourceNotFound", "Request references a resource that does not exist.");
            }
            if (machine != null && !machine.equals(of)) {
                throw invalid("Routing configuration must contain versions of one state machine. Received: " + arns);
            }
            machine = of;
        }
        return Objects.requireNonNull(machine, "a routing configuration has one or two items");
    }

    static List<String> arns(JsonNode routing) {
        List<String> arns = new ArrayList<>();
        routing.forEach(item -> arns.add(item.path("stateMachineVersionArn").asText()));
        return arns;
    }

    ObjectNode describeAlias(JsonNode request) {
        Alias alias = existing(request);
        ObjectNode answer = Answers.empty();
        answer.put("stateMachineAliasArn", alias.arn());
        answer.put("name", alias.name());
        Answers.put(answer, "description", alias.description());
        answer.set("routingConfiguration", alias.routing());
        answer.set("creationDate", Answers.time(alias.createdMillis()));
        answer.set("updateDate", Answers.time(alias.updatedMillis()));
        return answer;
    }

    private Alias existing(JsonNode request) {
        Alias alias = registry.alias(request.path("stateMachineAliasArn").asText());
        if (alias == null) {
            throw new StepFunctionsException("ResourceNotFound", "Request references a resource that does not exist.");
        }
        return alias;
    }

    ObjectNode updateAlias(JsonNode request) {
        if (!request.hasNonNull("description") && !request.hasNonNull("routingConfiguration")) {
            throw new StepFunctionsException(
                    "MissingRequiredParameter", "Either the description or the RoutingConfiguration must be specified");
        }
        Alias alias = existing(request);
        RegisteredMachine machine =
                registry.machine(Arn.of(alias.arn(), "stateMachine").unqualified());
        JsonNode routing = alias.routing();
        if (request.hasNonNull("routingConfiguration")) {
            routing = request.path("routingConfiguration");
            if (!machine.equals(routed(routing))) {
                throw invalid("Routing configuration must contain versions of the alias's state machine. Received: "
                        + arns(routing));
            }
        }
        Alias updated = new Alias(
                alias.name(),
                alias.arn(),
                request.hasNonNull("description") ? Answers.text(request, "description") : alias.description(),
                routing,
                alias.createdMillis(),
                registry.now());
        put(machine, updated);
        ObjectNode answer = Answers.empty();
        answer.set("updateDate", Answers.time(updated.updatedMillis()));
        return answer;
    }

    /** DeleteStateMachineAlias: does nothing where there is no such alias. */
    ObjectNode deleteAlias(JsonNode request) {
        String arn = request.path("stateMachineAliasArn").asText();
        Alias alias = registry.alias(arn);
        if (alias != null) {
            registry.machine(Arn.of(arn, "stateMachine").unqualified())
                    .aliases()
                    .remove(alias.name());
            registry.engine().unregister(alias.arn());
        }
        return Answers.empty();
    }

    /** ListStateMachineAliases, oldest first (recorded); of one version where the ARN names it. */
    ObjectNode listAliases(JsonNode request) {
        Registry.Target target = registry.target(request.path("stateMachineArn").asText());
        Version version = target.version();
        List<Alias> all = target.machine().aliases().values().stream()
                .filter(alias -> version == null || arns(alias.routing()).contains(version.arn()))
                .toList();
        return Page.of("ListStateMachineAliases", all, request, Alias::arn).answer("stateMachineAliases", alias -> {
            ObjectNode item = Answers.empty();
            item.put("stateMachineAliasArn", alias.arn());
            item.set("creationDate", Answers.time(alias.createdMillis()));
            return item;
        });
    }

    private static StepFunctionsException invalid(String message) {
        return new StepFunctionsException("ValidationException", message);
    }
}
