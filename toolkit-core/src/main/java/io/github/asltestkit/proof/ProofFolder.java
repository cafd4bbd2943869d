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
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final Map<String, Optional<Proof>> proofs = new ConcurrentHashMap<>();

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
            Proof proof = proof(stay.key());
            if (proof == null) {
                missing.add(stay);
                continue;
            }
            ProofResult.Deviation deviation = proof.isOf(stay) ? null : ProofResult.Deviation.of(stay, proof.answer());
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
        Proof proof = proof(stay.key());
        return proof != null && proof.answer().isObject();
    }

    /** The file of a stay's proof, which need not exist. */
    public Path file(Stay stay) {
        return folder.resolve(stay.key() + ".json");
    }

    private @Nullable Proof proof(String key) {
        Optional<Proof> known = proofs.get(key);
        if (known == null) {
            Path file = folder.resolve(key.concat(".json"));
            byte[] bytes = bytes(file);
            known = bytes == null ? Optional.empty() : Optional.of(new Proof(file, bytes));
            proofs.put(key, known);
        }
        return known.orElse(null);
    }

    /** A file of the folder. Most say what the toolkit did to the letter, and are not parsed. */
    private static final class Proof {
        private final Path file;
        private final byte[] bytes;
        private volatile @Nullable JsonNode same;
        private volatile @Nullable JsonNode answer;

        Proof(Path file, byte[] bytes) {
            this.file = file;
            this.bytes = bytes;
        }

        /** Whether the answer is to the letter what the toolkit did. */
        boolean isOf(Stay stay) {
            JsonNode known = same;
            if (known != null) {
                return stay.did().equals(known);
            }
            byte[] text = text(stay.did(), stay.placeholders()).getBytes(StandardCharsets.UTF_8);
            boolean equal = text.length <= bytes.length && Arrays.equals(text, 0, text.length, bytes, 0, text.length);
            if (equal) {
                same = stay.did();
            }
            return equal;
        }

        /** What a file begins with that has this answer. */
        private static String text(JsonNode answer, Placeholders placeholders) {
            StringBuilder text = new StringBuilder("{\n  \"").append(ANSWER).append("\": ");
            CanonicalJson.appendPretty(answer, placeholders, "\n  ", text);
            return text.append(",\n  \"").append(REQUEST).append("\": ").toString();
        }

        /**
         * The compared part of the answer.
         *
         * @throws ProofException if the file is not a proof
         */
        JsonNode answer() {
            JsonNode known = answer;
            if (known == null) {
                known = readAnswer(file, bytes);
                answer = known;
            }
            return known;
        }
    }

    /** The answer comes first in a file: most files need not be read to their end. */
    private static JsonNode readAnswer(Path file, byte[] bytes) {
        JsonNode answer;
        try (JsonParser parser = JsonText.parser(new ByteArrayInputStream(bytes))) {
            boolean first = parser.nextToken() == JsonToken.START_OBJECT && ANSWER.equals(parser.nextFieldName());
            if (first) {
                parser.nextToken();
            }
            answer = first ? JsonText.read(parser) : parsed(bytes).path(ANSWER);
        } catch (JsonProcessingException notJson) {
            throw notJson(file, notJson);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
        if (!answer.isObject()) {
            throw new ProofException(
                    DeviationMessage.shown(file)
                            + " is not a proof: it must be an object with \"answer\" and \"request\".\n\n" + RESTORE,
                    null);
        }
        return AnswerComparison.known(answer);
    }

    private static JsonNode parsed(byte[] bytes) throws IOException {
        return JsonText.parse(new String(bytes, StandardCharsets.UTF_8));
    }

    private static JsonNode request(Path file, byte[] bytes) {
        try {
            return parsed(bytes).path(REQUEST);
        } catch (JsonProcessingException notJson) {
            throw notJson(file, notJson);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static byte @Nullable [] bytes(Path file) {
        try (InputStream stream = open(file)) {
            return stream.readAllBytes();
        } catch (FileNotFoundException | NoSuchFileException unknown) {
            if (Files.exists(file)) {
                throw unreadable(file, unknown);
            }
            return null;
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    /** A channel runs more code than a plain stream does, which counts in a JVM that has just started. */
    private static InputStream open(Path file) throws IOException {
        return file.getFileSystem().equals(FileSystems.getDefault())
                ? new FileInputStream(file.toFile())
                : Files.newInputStream(file);
    }

    private static ProofException notJson(Path file, JsonProcessingException why) {
        return new ProofException(
                DeviationMessage.shown(file) + " is not JSON: " + JsonText.withoutHints(why.getOriginalMessage())
                        + "\n\n" + RESTORE,
                why);
    }

    private static ProofException unreadable(Path file, IOException why) {
        return new ProofException(
                "The proof " + DeviationMessage.shown(file) + " cannot be read: " + why.getMessage(), why);
    }

    /** Keeps an answer: whole or not at all. */
    void keep(Stay stay, JsonNode answer) throws IOException {
        JsonNode trees = StoredAnswer.trees(answer);
        ObjectNode proof = JsonNodeFactory.instance.objectNode();
        proof.set(ANSWER, CanonicalJson.sorted(trees, Placeholders.of(stay.request(), answer)));
        proof.set(REQUEST, stay.stored());
        String text = CanonicalJson.pretty(proof);
        write(file(stay), text);
        proofs.put(stay.key(), Optional.of(new Proof(file(stay), text.getBytes(StandardCharsets.UTF_8))));
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
                byte[] bytes = bytes(file);
                JsonNode request = bytes == null ? JsonNodeFactory.instance.missingNode() : request(file, bytes);
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
