package io.github.asltestkit.proof;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.internal.io.Sha256;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.proof.CanonicalJson;
import io.github.asltestkit.internal.proof.Placeholders;
import io.github.asltestkit.internal.proof.StoredAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a stay in a state, as something to be proven: the request of TestState that asks AWS about it, and what the
 * toolkit did. Immutable. Two stays with the same {@link #key()} ask the same question.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">TestState</a>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Stay {
    private static final String DEFINITION = "definition";

    /** The fields of a request that are JSON as text. */
    private static final List<String> TEXTS = List.of(DEFINITION, "input", "variables", "context");

    private final String path;
    private final int attempt;
    private final @Nullable Location location;
    private final ObjectNode asked;
    private final ObjectNode did;
    private final Set<String> open;
    private final Fresh fresh;
    private final @Nullable String unprovable;
    private final @Nullable String test;
    private final @Nullable ObjectNode request;
    private final Placeholders placeholders;
    private final String key;

    /**
     * What a state makes anew in each run.
     *
     * @param uuids UUIDs
     * @param instants instants of the clock
     */
    record Fresh(boolean uuids, boolean instants) {}

    /**
     * A stay.
     *
     * @param asked the request, its JSON as trees
     * @param definition the request's definition, as the key needs it
     * @param did what the toolkit did, in the form of TestState's answer, its JSON as trees
     * @param open the pointers into it of what is not known, and so not compared
     * @param unprovable why AWS cannot be asked, or null
     */
    Stay(
            String path,
            int attempt,
            @Nullable Location location,
            ObjectNode asked,
            Definition definition,
            ObjectNode did,
            Set<String> open,
            Fresh fresh,
            @Nullable String unprovable) {
        this.test = null;
        this.request = null;
        this.path = path;
        this.attempt = attempt;
        this.location = location;
        this.asked = asked;
        this.did = did;
        this.open = open;
        this.fresh = fresh;
        this.unprovable = unprovable;
        List<String> fields = new ArrayList<>(asked.size());
        List<JsonNode> data = new ArrayList<>(asked.size());
        for (Map.Entry<String, JsonNode> field : asked.properties()) {
            fields.add(field.getKey());
            if (!field.getKey().equals(DEFINITION)) {
                data.add(field.getValue());
            }
        }
        fields.sort(null);
        this.placeholders = definition.placeholders().and(data);
        this.key = key(fields, definition);
    }

    private String key(List<String> fields, Definition definition) {
        boolean definitionFirst = !fields.isEmpty() && fields.get(0).equals(DEFINITION);
        StringBuilder text = new StringBuilder(definitionFirst ? "" : "{");
        for (int i = definitionFirst ? 1 : 0; i < fields.size(); i++) {
            String field = fields.get(i);
            text.append(i == 0 ? "\"" : ",\"").append(field).append("\":");
            if (field.equals(DEFINITION)) {
                text.append(definition.text());
            } else {
                CanonicalJson.append(asked.get(field), placeholders, text);
            }
        }
        text.append('}');
        return definitionFirst ? CanonicalJson.hash(definition.begun(), text) : CanonicalJson.hash(text);
    }

    /**
     * The definition of requests, made once for a state.
     *
     * @param text in canonical JSON, with placeholders
     * @param begun the hash of a request that begins with it, up to its end
     * @param placeholders those for the accounts that it names
     */
    record Definition(String text, Sha256.Begun begun, Placeholders placeholders) {
        static Definition of(JsonNode definition) {
            Placeholders placeholders = Placeholders.of(definition);
            StringBuilder request = new StringBuilder("{\"").append(DEFINITION).append("\":");
            int start = request.length();
            CanonicalJson.append(definition, placeholders, request);
            return new Definition(request.substring(start), CanonicalJson.begin(request), placeholders);
        }
    }

    /**
     * A request of TestState that a test made itself, as something to be proven.
     *
     * @param request in the API's JSON, payloads as text
     * @param answer what the toolkit answered, in the API's JSON, payloads as text
     */
    public static Stay of(JsonNode request, JsonNode answer) {
        ObjectNode asked = request.deepCopy();
        TEXTS.forEach(field -> parse(asked, field));
        if (asked.path("mock") instanceof ObjectNode mock) {
            parse(mock, "result");
        }
        Definition definition = Definition.of(asked.path(DEFINITION));
        String name = request.path("stateName").asText("StateName");
        Stay stay = new Stay(
                name, 0, null, asked, definition, StoredAnswer.trees(answer), Set.of(), new Fresh(false, false), null);
        return new Stay(stay, null, request.deepCopy());
    }

    private static void parse(ObjectNode object, String field) {
        JsonNode text = object.path(field);
        if (text.isTextual()) {
            JsonNode tree = JsonText.tryParse(text.textValue());
            object.set(field, tree == null ? text : tree);
        }
    }

    private Stay(Stay stay, @Nullable String test, @Nullable ObjectNode request) {
        this.test = test;
        this.request = request;
        this.path = stay.path;
        this.attempt = stay.attempt;
        this.location = stay.location;
        this.asked = stay.asked;
        this.did = stay.did;
        this.open = stay.open;
        this.fresh = stay.fresh;
        this.unprovable = stay.unprovable;
        this.placeholders = stay.placeholders;
        this.key = stay.key;
    }

    /** The same stay, said to come from a test of this name. */
    public Stay in(String testName) {
        return new Stay(this, testName, request);
    }

    /** The test that it comes from; null if nobody said it. */
    public @Nullable String test() {
        return test;
    }

    /** The state's name and place, such as {@code ForEachOrder[3]/Charge}. */
    public String path() {
        return path;
    }

    /** Which attempt it was, 1 being the first; 0 of a state that makes none, such as Pass or Choice. */
    public int attempt() {
        return attempt;
    }

    /** Where the state is defined; null if that is not known. */
    public @Nullable Location location() {
        return location;
    }

    /**
     * Why AWS cannot be asked about it, such as that the state reads the Context object and takes no mock; null if it can.
     */
    public @Nullable String unprovable() {
        return unprovable;
    }

    /**
     * The hash of the request in canonical JSON, with placeholders for accounts, partitions and regions: 20 hexadecimal digits,
     * the name of its file.
     */
    public String key() {
        return key;
    }

    /** The request in the API's JSON: {@code definition}, {@code stateName}, {@code input} ... Made anew at each call. */
    public ObjectNode request() {
        if (request != null) {
            return request.deepCopy();
        }
        ObjectNode texts = asked.deepCopy();
        for (String field : TEXTS) {
            if (texts.has(field)) {
                texts.put(field, JsonText.write(texts.get(field)));
            }
        }
        JsonNode mock = texts.path("mock");
        if (mock.has("result")) {
            ((ObjectNode) mock).put("result", JsonText.write(mock.get("result")));
        }
        return texts;
    }

    /** The request as it is kept in a file: JSON as trees, keys sorted, with placeholders. Not to be changed. */
    JsonNode stored() {
        JsonNode definition = asked.path(DEFINITION);
        ObjectNode sorted = (ObjectNode) CanonicalJson.sorted(asked, Placeholders.of(asked));
        sorted.set(DEFINITION, CanonicalJson.sorted(definition, Placeholders.of(definition)));
        return sorted;
    }

    /** What the toolkit did, in the form of an answer of TestState, JSON as trees. Not to be changed. */
    public JsonNode did() {
        return did;
    }

    /** The pointers into {@link #did()} that are not compared, with all that is below them. */
    Set<String> open() {
        return open;
    }

    /** Placeholders for the accounts that the request or what the toolkit did names. */
    Placeholders placeholders() {
        return placeholders.and(List.of(did));
    }

    Fresh fresh() {
        return fresh;
    }

    @Override
    public String toString() {
        return attempt > 1 ? path + ", attempt " + attempt : path;
    }
}
