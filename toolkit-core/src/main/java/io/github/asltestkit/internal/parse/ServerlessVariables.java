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
    private static final String STAGE = "dev";
    /** How the names of options of the command line begin; nobody says one, unless the test does. */
    private static final String OPTION = "opt:";

    private final JsonNode self;
    private final Map<String, JsonNode> given;
    private final Function<String, JsonNode> files;
    private final @Nullable String providerRegion;
    private Map<String, String> known;
    private int values;
    private long characters;

    /**
     * @param self the file
     * @param given values of the test, by addresses such as {@code opt:stage} and {@code env:TABLE}
     * @param files the tree of another file; missing where there is none
     */
    ServerlessVariables(JsonNode self, Map<String, JsonNode> given, Function<String, JsonNode> files) {
        this.self = self;
        this.given = given;
        this.files = files;
        this.known = known(STAGE, PhysicalNames.REGION);
        String named = option("stage");
        String stage = named.isEmpty() || named.contains("${") ? STAGE : named;
        this.known = known(stage, PhysicalNames.REGION);
        String region = option("region");
        this.providerRegion = Partitions.isRegion(region) ? region : null;
        this.known = known(stage, region());
    }

    /** What the test says of an option that the command line has too, else what {@code provider} says of it. */
    private String option(String name) {
        JsonNode option = given.get(OPTION + name);
        return option != null
                ? option.asText()
                : resolve(at(self, "provider." + name, 0)).asText();
    }

    private static Map<String, String> known(String stage, String region) {
        Map<String, String> known = new HashMap<>(Intrinsics.pseudo(region));
        known.put("sls:stage", stage);
        known.put("opt:stage", stage);
        known.put("self:provider.stage", stage);
        known.put("aws:accountId", PhysicalNames.ACCOUNT);
        known.put("aws:region", region);
        known.put("opt:region", region);
        known.put("self:provider.region", region);
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
        JsonNode value = address(address, steps);
        if (value.isMissingNode() && comma < 0) {
            String fact = known.get(address);
            return fact == null ? value : TextNode.valueOf(fact);
        }
        if (!value.isMissingNode()) {
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

    /** What the test or the files say; missing if they do not. */
    private JsonNode address(String address, int steps) {
        JsonNode value = given.get(address);
        if (value != null) {
            return value;
        }
        if (address.startsWith("self:")) {
            return at(self, address.substring("self:".length()), steps);
        }
        if (address.startsWith("param:")) {
            return parameter(address.substring("param:".length()));
        }
        Matcher file = FILE.matcher(address);
        if (file.matches()) {
            JsonNode tree = files.apply(file.group(1));
            return file.group(2) == null ? tree : at(tree, file.group(2).trim(), steps);
        }
        String fact = known.get(address);
        return fact == null || address.startsWith(OPTION) ? MissingNode.getInstance() : TextNode.valueOf(fact);
    }

    /** A parameter of the stage, or of all stages; in files of the framework's version 3 and 4. */
    private JsonNode parameter(String name) {
        for (String of : new String[] {known.getOrDefault("sls:stage", STAGE), "default"}) {
            JsonNode three = self.path("params").path(of).path(name);
            JsonNode value = three.isMissingNode()
                    ? self.path("stages").path(of).path("params").path(name)
                    : three;
            if (!value.isMissingNode()) {
                return value;
            }
        }
        return MissingNode.getInstance();
    }

    /** The value below a tree, whose parts may themselves be variables. */
    private JsonNode at(JsonNode tree, String path, int steps) {
        JsonNode node = tree;
        for (String name : path.split("\\.", -1)) {
            JsonNode of = node.isTextual() && steps < MAX_STEPS ? resolve(node, steps + 1) : node;
            node = of.isArray() && name.matches("\\d{1,6}") ? of.path(Integer.parseInt(name)) : of.path(name);
        }
        return node;
    }
}
