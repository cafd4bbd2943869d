package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.s3.VirtualS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A recording: what was run, what the world answered, and what AWS made of it. */
final class ConformanceCase {
    static final ObjectMapper JSON = new ObjectMapper();

    /**
     * With variables and JSONata, in November 2024, AWS began to link the exit of a distributed Map state to the start of
     * its Map Run; before, to its end. We follow the newer recordings.
     */
    private static final LocalDate EXIT_FOLLOWS_START = LocalDate.of(2024, 11, 1);

    private static final DateTimeFormatter RECORDED = DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);

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
                || tree.path("mockDefinition").toString().contains("\"DISTRIBUTED\"");
    }

    /** When AWS was asked. */
    LocalDate recorded() {
        return LocalDate.parse(tree.path("recorded").asText().substring(0, 10), RECORDED);
    }

    /** Puts into the object store what the recorded test had put there. */
    void setUp(VirtualS3 s3) {
        for (JsonNode step : tree.path("setup")) {
            JsonNode request = step.path("request");
            if (step.has("fixture")) {
                s3.bucket(step.path("Bucket").asText());
            } else if (step.path("call").asText().equals("s3:put_object")) {
                s3.bucket(request.path("Bucket").asText())
                        .put(request.path("Key").asText(), request.path("Body").asText());
            }
        }
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

    /** The events as recorded, but linked as AWS links them today. */
    JsonNode history() {
        JsonNode recorded = expected().path("history");
        return recorded.isArray() && recorded().isBefore(EXIT_FOLLOWS_START) ? relinked(recorded) : recorded;
    }

    private static JsonNode relinked(JsonNode recorded) {
        ArrayNode events = recorded.deepCopy();
        for (JsonNode event : events) {
            JsonNode followed = events.path(event.path("previousEventId").asInt() - 1);
            if (event.path("type").asText().equals("MapStateExited")
                    && followed.path("type").asText().equals("MapRunSucceeded")) {
                ((ObjectNode) event).set("previousEventId", followed.path("previousEventId"));
            }
        }
        return events;
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
