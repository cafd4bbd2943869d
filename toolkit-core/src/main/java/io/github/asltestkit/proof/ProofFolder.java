package io.github.asltestkit.proof;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.proof.AnswerComparison;
import io.github.asltestkit.internal.proof.CanonicalJson;
import io.github.asltestkit.internal.proof.Placeholders;
import io.github.asltestkit.internal.proof.StoredAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A folder of proofs: for each request that AWS was asked with, a file {@code <key>.json} with the request and the answer. The
 * files have sorted keys, and placeholders for accounts, partitions and regions, so that they may be checked in. Each file is read
 * once; the folder may be used on several threads.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ProofFolder {
    private static final String REQUEST = "request";
    private static final String ANSWER = "answer";
    private static final String RESTORE = "  Restore the file, or delete it and ask AWS again.";

    private final Path folder;
    private final Path requests;
    private final Map<String, Optional<JsonNode>> answers = new ConcurrentHashMap<>();

    private ProofFolder(Path folder, Path requests) {
        this.folder = folder;
        this.requests = requests;
    }

    /** The folder at a path, which need not exist yet. */
    public static ProofFolder at(Path folder) {
        return new ProofFolder(folder, Path.of("target", "asl-testkit", "proof"));
    }

    /**
     * The same folder, with another place for the requests of stays that differ or are not proven, to be sent by hand with
     * {@code aws stepfunctions test-state --cli-input-json}; without it, {@code target/asl-testkit/proof}.
     */
    public ProofFolder withRequestsIn(Path place) {
        return new ProofFolder(folder, place);
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    Path requests() {
        return requests;
    }

    /**
     * Holds what the toolkit did against the answers in the folder.
     *
     * @throws ProofException if a file of the folder cannot be read, or is not a proof
     */
    public ProofResult check(List<Stay> stays) {
        List<Stay> missing = new ArrayList<>();
        List<ProofResult.Deviation> deviations = new ArrayList<>();
        List<Stay> unprovable = new ArrayList<>();
        int agreed = 0;
        for (Stay stay : stays) {
            if (stay.unprovable() != null) {
                unprovable.add(stay);
                continue;
            }
            JsonNode answer = answer(stay.key());
            if (answer == null) {
                missing.add(stay);
                continue;
            }
            ProofResult.Deviation deviation = ProofResult.Deviation.of(stay, answer);
            if (deviation == null) {
                agreed++;
            } else {
                deviations.add(deviation);
            }
        }
        return new ProofResult(this, agreed, missing, deviations, unprovable);
    }

    /** Whether there is an answer for a stay. */
    public boolean knows(Stay stay) {
        return answer(stay.key()) != null;
    }

    /** The file of a stay's proof, which need not exist. */
    public Path file(Stay stay) {
        return folder.resolve(stay.key() + ".json");
    }

    /** The compared part of an answer, read once; null if there is none. */
    private @Nullable JsonNode answer(String key) {
        return answers.computeIfAbsent(key, it -> Optional.ofNullable(readAnswer(folder.resolve(it + ".json"))))
                .orElse(null);
    }

    /** The answer comes first in a file: most files need not be read to their end. */
    private static @Nullable JsonNode readAnswer(Path file) {
        JsonNode answer = read(file, bytes -> {
            try (JsonParser parser = JsonText.parser(new ByteArrayInputStream(bytes))) {
                boolean first = parser.nextToken() == JsonToken.START_OBJECT && ANSWER.equals(parser.nextFieldName());
                if (!first) {
                    return parsed(bytes).path(ANSWER);
                }
                parser.nextToken();
                return JsonText.read(parser);
            }
        });
        if (answer != null && !answer.isObject()) {
            throw new ProofException(
                    DeviationMessage.shown(file)
                            + " is not a proof: it must be an object with \"answer\" and \"request\".\n\n" + RESTORE,
                    null);
        }
        return answer == null ? null : AnswerComparison.known(answer);
    }

    private static JsonNode parsed(byte[] bytes) throws IOException {
        return JsonText.parse(new String(bytes, StandardCharsets.UTF_8));
    }

    /** What is done with the bytes of a file. */
    private interface Reading {
        JsonNode of(byte[] bytes) throws IOException;
    }

    private static @Nullable JsonNode read(Path file, Reading reading) {
        try {
            return reading.of(Files.readAllBytes(file));
        } catch (NoSuchFileException unknown) {
            return null;
        } catch (JsonProcessingException notJson) {
            throw new ProofException(
                    DeviationMessage.shown(file) + " is not JSON: "
                            + JsonText.withoutHints(notJson.getOriginalMessage()) + "\n\n" + RESTORE,
                    notJson);
        } catch (IOException unreadable) {
            if (!Files.exists(file)) {
                return null; // What is in the place of the folder is a file.
            }
            throw new ProofException(
                    "The proof " + DeviationMessage.shown(file) + " cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    /** Keeps an answer: whole or not at all. */
    void keep(Stay stay, JsonNode answer) throws IOException {
        JsonNode trees = StoredAnswer.trees(answer);
        ObjectNode proof = JsonNodeFactory.instance.objectNode();
        proof.set(ANSWER, CanonicalJson.sorted(trees, Placeholders.of(stay.request(), answer)));
        proof.set(REQUEST, stay.stored());
        write(file(stay), CanonicalJson.pretty(proof));
        answers.put(stay.key(), Optional.of(AnswerComparison.known(proof.path(ANSWER))));
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Fails before the first request if no answer could be kept. */
    void checkWritable() throws IOException {
        Files.createDirectories(folder);
        Path probe = folder.resolve(".writable");
        Files.writeString(probe, "");
        Files.delete(probe);
    }

    /**
     * Writes a stay's request for the AWS CLI.
     *
     * @return the file; null if it cannot be written
     */
    @Nullable
    Path writeRequest(Stay stay) {
        Path file = requests.resolve(stay.key() + ".json");
        try {
            write(file, CanonicalJson.pretty(stay.request()));
            return file;
        } catch (IOException unwritable) {
            return null;
        }
    }

    /** The requests that were asked about a state, for the nearest one of a stay that is not known. */
    List<JsonNode> requestsAbout(String stateName) {
        List<JsonNode> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(file -> {
                JsonNode proof = read(file, ProofFolder::parsed);
                JsonNode request = proof == null ? JsonNodeFactory.instance.objectNode() : proof.path(REQUEST);
                if (request.path("stateName").asText().equals(stateName)) {
                    found.add(request);
                }
            });
        } catch (IOException unreadable) {
            return List.of();
        }
        return found;
    }
}
