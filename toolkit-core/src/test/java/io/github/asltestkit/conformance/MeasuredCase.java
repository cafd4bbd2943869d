package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case that somebody measured on AWS: a definition, its input and its mocked world, and what AWS made of it.
 *
 * @param tree the case as its file has it
 */
record MeasuredCase(JsonNode tree) {

    /** The cases of all JSON files of a folder, in the order of the files' names. */
    static List<MeasuredCase> readAll(Path folder) {
        List<MeasuredCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                ConformanceCase.JSON.readTree(file.toFile()).forEach(tree -> cases.add(new MeasuredCase(tree)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return cases;
    }

    String id() {
        return tree.path("id").asText();
    }

    String kind() {
        return tree.path("kind").asText();
    }

    JsonNode expect() {
        return tree.path("expect");
    }

    /** A definition that is a text is one whose text matters: it may be no JSON. */
    String definition() {
        JsonNode definition = tree.path("definition");
        return definition.isTextual() ? definition.textValue() : definition.toString();
    }

    String input() {
        return tree.has("inputText")
                ? tree.path("inputText").asText()
                : tree.has("input") ? tree.path("input").toString() : "{}";
    }

    StateMachineType type() {
        return tree.path("type").asText().equals("EXPRESS") ? StateMachineType.EXPRESS : StateMachineType.STANDARD;
    }

    void setUp(StateMachineHarness harness) {
        for (var object : tree.path("s3").properties()) {
            int slash = object.getKey().indexOf('/');
            JsonNode content = object.getValue();
            harness.s3()
                    .bucket(object.getKey().substring(0, slash))
                    .put(
                            object.getKey().substring(slash + 1),
                            content.isTextual() ? content.textValue() : content.toString());
        }
        for (var machine : tree.path("machines").properties()) {
            harness.add(
                    StateMachine.parse("started.asl.json", machine.getValue().toString())
                            .withName(machine.getKey()));
        }
    }
}
