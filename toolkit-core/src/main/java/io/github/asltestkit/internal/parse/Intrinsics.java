package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.spec.Partitions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * CloudFormation's intrinsic functions, as far as a value can be known without deploying; a value that cannot be known
 * becomes a stable name that carries the logical id, or stays a {@code ${placeholder}}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html">
 *     Intrinsic function reference</a>
 */
final class Intrinsics {
    /** More nested calls than a template may sensibly hold; ends conditions that name themselves. */
    private static final int MAX_DEPTH = 500;

    /** More values than templates make; ends those whose parts each name another part twice. */
    private static final int MAX_VALUES = 2_000_000;

    private static final Pattern DYNAMIC = Pattern.compile("\\{\\{(resolve:[^{}]*)}}");

    private final JsonNode template;
    private final JsonNode resources;
    private final Map<String, JsonNode> given;
    private final String region;
    private final Map<String, String> pseudo;
    private final Map<String, Boolean> conditions = new HashMap<>();
    private final Function<String, JsonNode> includes;
    private int depth;
    private int values;

    /**
     * @param template what holds {@code Parameters}, {@code Mappings} and {@code Conditions}
     * @param given values that the user gives, by {@code Name} or {@code Name.Attribute}
     * @param region where the template is deployed
     * @param includes the tree of another file; missing if there is no such file
     */
    Intrinsics(
            JsonNode template,
            JsonNode resources,
            Map<String, JsonNode> given,
            String region,
            Function<String, JsonNode> includes) {
        this.template = template;
        this.resources = resources;
        this.given = given;
        this.region = region;
        this.pseudo = pseudo(region);
        this.includes = includes;
    }

    /** The pseudo parameters of CloudFormation, as {@code AWS::Region}, in a region. */
    static Map<String, String> pseudo(String region) {
        String partition = Partitions.of(region);
        return Map.of(
                "AWS::Region",
                region,
                "AWS::AccountId",
                PhysicalNames.ACCOUNT,
                "AWS::Partition",
                partition,
                "AWS::URLSuffix",
                PhysicalNames.urlSuffix(region),
                "AWS::StackName",
                "my-stack",
                "AWS::StackId",
                "arn:" + partition + ":cloudformation:" + region + ":" + PhysicalNames.ACCOUNT
                        + ":stack/my-stack/00000000-0000-0000-0000-000000000000");
    }

    /** The value with all functions called; missing where it is {@code AWS::NoValue}. */
    JsonNode resolve(JsonNode node) {
        if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
            return node;
        }
        depth++;
        try {
            return resolveNow(node);
        } finally {
            depth--;
        }
    }

    private JsonNode resolveNow(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (JsonNode element : node) {
                JsonNode value = resolve(element);
                if (!value.isMissingNode()) {
                    array.add(value);
                }
            }
            return array;
        }
        if (node.isTextual()) {
            return dynamic(node);
        }
        if (!node.isObject()) {
            return node;
        }
        String function = function(node);
        if (function != null) {
            return call(function, node.path(function));
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> {
            if (ForEach.isOne(field.getKey())) {
                ForEach.expand(field.getValue(), this::resolve, (key, value) -> object.set(key, resolve(value)));
                return;
            }
            JsonNode value = resolve(field.getValue());
            if (field.getKey().equals("Fn::Transform") && included(field.getValue()) instanceof ObjectNode included) {
                object.setAll(included);
            } else if (!value.isMissingNode()) {
                object.set(field.getKey(), value);
            }
        });
        return object;
    }

    /** A reference to a parameter or a secret that is resolved when the stack is deployed is a placeholder. */
    private JsonNode dynamic(JsonNode text) {
        if (!text.textValue().contains("{{resolve:")) {
            return text;
        }
        JsonNode value = given.get(text.textValue().replaceAll("^\\{\\{|}}$", ""));
        return value == null ? text(dynamic(text.textValue())) : value;
    }

    /** What a dynamic reference within a text becomes. */
    String dynamic(String text) {
        return DYNAMIC.matcher(text).replaceAll(found -> {
            JsonNode value = given.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? placeholder(found.group(1)) : textOf(value));
        });
    }

    /** The file that {@code AWS::Include} names, with its functions called; missing if it is another macro. */
    private JsonNode included(JsonNode transform) {
        boolean include = transform.path("Name").asText().equals("AWS::Include");
        JsonNode location = include ? resolve(transform.path("Parameters").path("Location")) : transform;
        return include && location.isTextual()
                ? resolve(includes.apply(location.textValue()))
                : MissingNode.getInstance();
    }

    /** The function that an object calls; null where it is an object like others. */
    static @Nullable String function(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return null;
        }
        String name = node.fieldNames().next();
        return name.equals("Ref")
                        || (name.startsWith("Fn::") && !ForEach.isOne(name))
                        || (name.equals("Condition") && node.path(name).isTextual())
                ? name
                : null;
    }

    private JsonNode call(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> ref(argument.asText());
            case "Fn::GetAtt" -> getAtt(argument);
            case "Fn::Sub" -> text(sub(argument));
            case "Fn::Join" -> text(join(argument));
            case "Fn::Select" -> select(argument);
            case "Fn::Split" -> split(argument);
            case "Fn::FindInMap" -> findInMap(argument);
            case "Fn::If" -> resolve(argument.path(isTrue(argument.path(0).asText()) ? 1 : 2));
            case "Fn::Base64" ->
                text(Base64.getEncoder()
                        .encodeToString(textOf(resolve(argument)).getBytes(StandardCharsets.UTF_8)));
            case "Fn::ToJsonString" -> text(resolve(argument).toString());
            case "Fn::GetAZs" ->
                JsonNodeFactory.instance.arrayNode().add(region + "a").add(region + "b");
            case "Condition" -> JsonNodeFactory.instance.booleanNode(isTrue(argument.asText()));
            case "Fn::Equals" ->
                JsonNodeFactory.instance.booleanNode(
                        textOf(resolve(argument.path(0))).equals(textOf(resolve(argument.path(1)))));
            case "Fn::Not" ->
                JsonNodeFactory.instance.booleanNode(!resolve(argument.path(0)).asBoolean());
            case "Fn::And" -> JsonNodeFactory.instance.booleanNode(count(argument, true) == argument.size());
            case "Fn::Or" -> JsonNodeFactory.instance.booleanNode(count(argument, true) > 0);
            case "Fn::Length" -> length(resolve(argument));
            case "Fn::Transform" -> transform(argument);
            case "Fn::ImportValue" -> text(placeholder(textOf(resolve(argument))));
            default -> text(placeholder(function + ":" + textOf(resolve(argument))));
        };
    }

    private static JsonNode length(JsonNode list) {
        return list.isArray()
                ? JsonNodeFactory.instance.numberNode(list.size())
                : text(placeholder("Fn::Length:" + textOf(list)));
    }

    private JsonNode transform(JsonNode argument) {
        JsonNode included = included(argument);
        return included.isMissingNode()
                ? text(placeholder("Fn::Transform:" + textOf(resolve(argument.path("Name")))))
                : included;
    }

    private long count(JsonNode conditions, boolean wanted) {
        long count = 0;
        for (JsonNode condition : conditions) {
            count += resolve(condition).asBoolean() == wanted ? 1 : 0;
        }
        return count;
    }

    /** Each condition is asked once; one that asks for itself is false. */
    private boolean isTrue(String condition) {
        Boolean known = conditions.putIfAbsent(condition, false);
        if (known != null) {
            return known;
        }
        boolean value = resolve(template.path("Conditions").path(condition)).asBoolean();
        conditions.put(condition, value);
        return value;
    }

    private JsonNode ref(String name) {
        if (name.equals("AWS::NoValue")) {
            return MissingNode.getInstance();
        }
        JsonNode value = given.get(name);
        if (value != null) {
            return value;
        }
        String pseudo = this.pseudo.get(name);
        if (pseudo != null) {
            return text(pseudo);
        }
        JsonNode parameter = template.path("Parameters").path(name);
        if (!parameter.isMissingNode()) {
            return parameter(name, parameter);
        }
        JsonNode published = name.indexOf('.') < 0 ? null : published(name);
        if (published != null) {
            return published;
        }
        JsonNode resource = resources.path(name);
        return text(
                resource.isMissingNode()
                        ? placeholder(name)
                        : names(name, resource).ref());
    }

    /** {@code Function.Alias} and {@code Function.Version} of SAM: what it publishes for {@code AutoPublishAlias}. */
    private @Nullable JsonNode published(String name) {
        String function = name.substring(0, name.indexOf('.'));
        JsonNode resource = resources.path(function);
        String what = name.substring(function.length() + 1);
        if (!resource.path("Type").asText().equals("AWS::Serverless::Function")
                || !(what.equals("Alias") || what.equals("Version"))) {
            return null;
        }
        JsonNode global = template.path("Globals").path("Function").path("AutoPublishAlias");
        JsonNode own = resource.path("Properties").path("AutoPublishAlias");
        JsonNode alias = resolve(own.isMissingNode() ? global : own);
        String qualifier = what.equals("Version") ? "1" : alias.isTextual() ? alias.textValue() : null;
        return qualifier == null ? null : text(names(function, resource).arn() + ":" + qualifier);
    }

    private static JsonNode parameter(String name, JsonNode parameter) {
        JsonNode value = parameter.path("Default");
        String type = parameter.path("Type").asText();
        // The default of a parameter in the Parameter Store is its name there.
        if (value.isMissingNode() || type.startsWith("AWS::SSM::Parameter::Value<")) {
            return text(placeholder(name));
        }
        if ((type.equals("CommaDelimitedList") || type.startsWith("List<")) && value.isTextual()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (String element : value.textValue().split(",", -1)) {
                list.add(element.trim());
            }
            return list;
        }
        return type.equals("String") && value.isNumber() ? text(value.asText()) : value;
    }

    private JsonNode getAtt(JsonNode argument) {
        String name;
        String attribute;
        if (argument.isArray()) {
            name = argument.path(0).asText();
            attribute = textOf(resolve(argument.path(1)));
        } else {
            String[] words = argument.asText().split("\\.", 2);
            name = words[0];
            attribute = words.length > 1 ? words[1] : "";
        }
        return attribute(name, attribute);
    }

    private JsonNode attribute(String name, String attribute) {
        JsonNode value = given.get(name + "." + attribute);
        JsonNode resource = resources.path(name);
        if (value == null && resource.path("Type").asText().equals("Custom::AWSCDKCfnJsonStringify")) {
            return text(resolve(resource.path("Properties").path("Value")).toString());
        }
        return value != null ? value : text(names(name, resource).attribute(attribute));
    }

    private PhysicalNames names(String logicalId, JsonNode resource) {
        return new PhysicalNames(logicalId, resource.path("Type").asText(), region, property -> {
            JsonNode value = resolve(resource.path("Properties").path(property));
            return value.isTextual() || value.isNumber() ? value.asText() : null;
        });
    }

    private String join(JsonNode argument) {
        StringBuilder joined = new StringBuilder();
        String separator = "";
        for (JsonNode element : resolve(argument.path(1))) {
            joined.append(separator).append(textOf(element));
            separator = argument.path(0).asText();
        }
        return joined.toString();
    }

    private JsonNode select(JsonNode argument) {
        JsonNode index = resolve(argument.path(0));
        JsonNode value = resolve(argument.path(1)).path(index.asInt());
        return value.isMissingNode() ? text(placeholder("Fn::Select:" + index.asText())) : value;
    }

    private JsonNode split(JsonNode argument) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        String separator = argument.path(0).asText();
        for (String part : textOf(resolve(argument.path(1))).split(Pattern.quote(separator), -1)) {
            parts.add(part);
        }
        return parts;
    }

    private JsonNode findInMap(JsonNode argument) {
        JsonNode found = template.path("Mappings");
        StringBuilder name = new StringBuilder("Fn::FindInMap");
        for (int i = 0; i < 3; i++) {
            String key = textOf(resolve(argument.path(i)));
            found = found.path(key);
            name.append(':').append(key);
        }
        JsonNode otherwise = argument.path(3).path("DefaultValue");
        if (found.isMissingNode()) {
            return otherwise.isMissingNode() ? text(placeholder(name.toString())) : resolve(otherwise);
        }
        return found;
    }

    private String sub(JsonNode argument) {
        String template = dynamic(argument.isArray() ? argument.path(0).asText() : argument.asText());
        StringBuilder text = new StringBuilder();
        int done = 0;
        int start = template.indexOf("${");
        while (start >= 0) {
            int end = Placeholders.end(template, start);
            text.append(template, done, start).append(variable(template.substring(start, end), argument));
            done = end;
            start = template.indexOf("${", end);
        }
        return text.append(template.substring(done)).toString();
    }

    /** What {@code ${Name}} in the text of {@code Fn::Sub} becomes. */
    String variable(String placeholder, JsonNode sub) {
        if (placeholder.length() < 3 || !placeholder.endsWith("}")) {
            return placeholder;
        }
        String name = placeholder.substring(2, placeholder.length() - 1).trim();
        if (name.startsWith("!")) {
            return "${" + name.substring(1) + "}";
        }
        JsonNode local = sub.path(1).path(name);
        if (!local.isMissingNode()) {
            return textOf(resolve(local));
        }
        int dot = name.indexOf('.');
        if (dot > 0 && !given.containsKey(name) && !resources.has(name.substring(0, dot))) {
            return placeholder;
        }
        return textOf(dot > 0 ? attribute(name.substring(0, dot), name.substring(dot + 1)) : ref(name));
    }

    static String textOf(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : value.toString();
    }

    private static String placeholder(String name) {
        return "${" + name + "}";
    }

    private static TextNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }
}
