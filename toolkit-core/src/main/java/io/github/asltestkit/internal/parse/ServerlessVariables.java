package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.spec.Partitions;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The variables of the Serverless Framework, as far as the file and those beside it say: {@code self}, {@code file}, defaults,
 * stage, region and account. One that nobody knows stays as it is.
 *
 * @see <a href="https://www.serverless.com/framework/docs/guides/variables">Serverless Framework variables</a>
 */
final class ServerlessVariables {
    /** More than a file may sensibly nest; ends variables that name themselves. */
    private static final int MAX_STEPS = 30;

    /** More values than a file may sensibly make; ends variables that each name others more than once. */
    private static final int MAX_VALUES = 200_000;

    /** As many characters as texts may grow to by variables that each name others more than once. */
    private static final long MAX_TEXT = 20_000_000;

    private static final Pattern FILE = Pattern.compile("file\\(\\s*([^)]+?)\\s*\\)(?:\\s*:\\s*(.+))?");
    private static final Pattern PSEUDO = Pattern.compile("#\\{(AWS::[A-Za-z]+)}");
    /** What nobody says unless the framework is called with it, so that a default holds. */
    private static final String REGION_OPTION = "opt:region";

    private final JsonNode self;
    private final Function<String, JsonNode> files;
    private final @Nullable String providerRegion;
    private Map<String, String> known;
    private int values;
    private long characters;

    /**
     * @param self the file
     * @param files the tree of another file; missing where there is none
     */
    ServerlessVariables(JsonNode self, Function<String, JsonNode> files) {
        this.self = self;
        this.files = files;
        this.known = known(PhysicalNames.REGION);
        JsonNode provider = self.path("provider");
        String region = resolve((provider.isTextual() ? resolve(provider) : provider).path("region"))
                .asText();
        this.providerRegion = Partitions.isRegion(region) ? region : null;
        this.known = known(region());
    }

    private static Map<String, String> known(String region) {
        Map<String, String> known = new HashMap<>(Intrinsics.pseudo(region));
        known.put("sls:stage", "dev");
        known.put("opt:stage", "dev");
        known.put("aws:accountId", PhysicalNames.ACCOUNT);
        known.put("aws:region", region);
        known.put(REGION_OPTION, region);
        return known;
    }

    /** The region that {@code provider.region} names; null if it names none, or one that nobody knows. */
    @Nullable
    String providerRegion() {
        return providerRegion;
    }

    /** The region that the file is deployed to. */
    String region() {
        return providerRegion != null ? providerRegion : PhysicalNames.REGION;
    }

    JsonNode resolve(JsonNode tree) {
        return resolve(tree, 0);
    }

    private JsonNode resolve(JsonNode tree, int steps) {
        if (steps > MAX_STEPS || ++values > MAX_VALUES || characters > MAX_TEXT) {
            return tree;
        }
        if (tree.isTextual()) {
            return text(tree.textValue(), steps);
        }
        if (tree.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            tree.forEach(element -> array.add(resolve(element, steps)));
            return array;
        }
        if (tree.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            tree.properties().forEach(field -> object.set(field.getKey(), resolve(field.getValue(), steps)));
            return object;
        }
        return tree;
    }

    /** Whether the variables made more than a file may sensibly make, so that some of them were left as they are. */
    boolean isExhausted() {
        return values > MAX_VALUES || characters > MAX_TEXT;
    }

    private JsonNode text(String written, int steps) {
        if (++values > MAX_VALUES || characters > MAX_TEXT) {
            return TextNode.valueOf(written);
        }
        String text = PSEUDO.matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(known.getOrDefault(found.group(1), found.group())));
        int start = text.indexOf("${");
        if (start == 0 && Placeholders.end(text, 0) == text.length()) {
            JsonNode value = value(text.substring(2, Math.max(2, text.length() - 1)), steps);
            return value.isMissingNode() ? TextNode.valueOf(text) : resolve(value, steps + 1);
        }
        StringBuilder plain = new StringBuilder();
        int done = 0;
        while (start >= 0 && plain.length() < MAX_TEXT) {
            int end = Placeholders.end(text, start);
            JsonNode value = value(text.substring(start + 2, Math.max(start + 2, end - 1)), steps);
            plain.append(text, done, start);
            plain.append(
                    value.isValueNode() ? Intrinsics.textOf(resolve(value, steps + 1)) : text.substring(start, end));
            done = end;
            start = text.indexOf("${", end);
        }
        characters += plain.length();
        return TextNode.valueOf(plain.append(text.substring(done)).toString());
    }

    /** What stands between <code>${</code> and <code>}</code>: an address, and perhaps a default after a comma. */
    private JsonNode value(String expression, int steps) {
        int comma = comma(expression);
        String address = (comma < 0 ? expression : expression.substring(0, comma)).trim();
        if (address.contains("${") && steps < MAX_STEPS) {
            address = text(address, steps + 1).asText();
        }
        boolean defaulted = comma >= 0 && address.equals(REGION_OPTION);
        JsonNode value = defaulted ? MissingNode.getInstance() : address(address);
        if (!value.isMissingNode() || comma < 0) {
            return value;
        }
        String otherwise = expression.substring(comma + 1).trim();
        boolean quoted = otherwise.length() > 1 && (otherwise.startsWith("'") || otherwise.startsWith("\""));
        if (quoted) {
            return TextNode.valueOf(otherwise.substring(1, otherwise.length() - 1));
        }
        boolean variable = otherwise.startsWith("${");
        return steps > MAX_STEPS
                ? MissingNode.getInstance()
                : value(variable ? otherwise.substring(2, Math.max(2, otherwise.length() - 1)) : otherwise, steps + 1);
    }

    /** The first comma that stands in no bracket. */
    private static int comma(String expression) {
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            depth += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private JsonNode address(String address) {
        String value = known.get(address);
        if (value != null) {
            return TextNode.valueOf(value);
        }
        if (address.startsWith("self:")) {
            return at(self, address.substring("self:".length()));
        }
        Matcher file = FILE.matcher(address);
        if (file.matches()) {
            JsonNode tree = files.apply(file.group(1));
            return file.group(2) == null ? tree : at(tree, file.group(2).trim());
        }
        return MissingNode.getInstance();
    }

    private static JsonNode at(JsonNode tree, String path) {
        JsonNode node = tree;
        for (String name : path.split("\\.", -1)) {
            node = node.isArray() && name.matches("\\d{1,6}") ? node.path(Integer.parseInt(name)) : node.path(name);
        }
        return node;
    }
}
