package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A recording: what was run, what the world answered, and what AWS made of it. */
final class ConformanceCase {
    static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode tree;

    ConformanceCase(JsonNode tree) {
        this.tree = tree;
    }

    static ConformanceCase read(Path file) {
        try {
            return new ConformanceCase(JSON.readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    /** The cases of a folder, in the order of their file names. */
    static List<ConformanceCase> readAll(Path folder) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(folder.toString(), unreadable);
        }
        return files.stream().map(ConformanceCase::read).toList();
    }

    String id() {
        return tree.path("id").asText();
    }

    String kind() {
        return tree.path("kind").asText();
    }

    boolean isExpress() {
        return tree.path("type").asText().equals("EXPRESS");
    }

    /** {@code truth}: only what AWS is known to have said is scored. */
    boolean isScored() {
        return tree.path("truth").asText("aws").equals("aws");
    }

    String definition() {
        JsonNode definition = tree.path("definition");
        return definition.isTextual() ? definition.textValue() : definition.toString();
    }

    boolean hasDistributedMap() {
        return definition().contains("\"DISTRIBUTED\"")
                || tree.path("calls").toString().contains("DISTRIBUTED")
                || tree.path("mockDefinition").toString().contains("\"DISTRIBUTED\"");
    }

    /** The input as it was sent: the text that Python makes of it. */
    String input() {
        return PythonJson.dumps(tree.path("input"));
    }

    JsonNode interactions() {
        return tree.path("interactions");
    }

    JsonNode expected() {
        return tree.path("expected");
    }

    boolean hasHistory() {
        return expected().path("history").isArray();
    }

    JsonNode history() {
        return expected().path("history");
    }

    boolean isHistoryIncomplete() {
        return tree.path("historyIncomplete").asBoolean();
    }

    JsonNode transformers() {
        return tree.path("transformers");
    }

    JsonNode substitutions() {
        return tree.path("substitutions");
    }

    /** Whether what a Parallel state did was sorted by text and robbed of its ids. */
    boolean hasSortedBranches() {
        for (JsonNode transformer : transformers()) {
            if (transformer.path("kind").asText().startsWith("SfnNoneRecursiveParallel")) {
                return true;
            }
        }
        return false;
    }

    JsonNode tree() {
        return tree;
    }

    @Override
    public String toString() {
        return id();
    }
}
