package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.json.JsonMapping;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Objects as trees, and trees as objects: by the mapping of the project, and where they are the AWS SDK's for Java 2, as a
 * state sees them. This class can be loaded without the SDK and without Jackson 3, and makes no mapper until one is needed.
 */
public final class TypedJson {
    private TypedJson() {}

    /** The mapping of the project, made when it is first needed. */
    private static final class Project {
        static final JsonMapping MAPPING = find();

        private static JsonMapping find() {
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            ClassLoader loader = context != null ? context : TypedJson.class.getClassLoader();
            List<JsonMapping.Provider> providers = new ArrayList<>();
            ServiceLoader.load(JsonMapping.Provider.class, loader).forEach(providers::add);
            if (providers.size() > 1) {
                throw new IllegalStateException("A project sets its JSON mapping once, but there are "
                        + String.join(
                                " and ",
                                providers.stream()
                                        .map(provider -> provider.getClass().getName())
                                        .toList()));
            }
            return providers.isEmpty() ? Jackson2.usual() : providers.get(0).mapping();
        }
    }

    /** Whether objects of a type are the AWS SDK's: model objects, or responses with their bytes. */
    public static boolean isSdk(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at.getName().equals("software.amazon.awssdk.core.ResponseBytes")) {
                return true;
            }
            for (Class<?> face : at.getInterfaces()) {
                if (face.getName().equals("software.amazon.awssdk.core.SdkPojo") || isSdk(face)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a type is one of the trees of Jackson 3. */
    static boolean isJackson3Tree(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at.getName().equals("tools.jackson.databind.JsonNode")) {
                return true;
            }
        }
        return false;
    }

    /**
     * The JSON Schema of what the mapping of the project writes for objects of a type, as far as the mapping shows it; one that
     * says nothing for the rest.
     */
    public static JsonNode schema(Type type) {
        return Project.MAPPING instanceof TypeSchema.Source source
                ? source.schema(type)
                : JsonNodeFactory.instance.objectNode();
    }

    /** An object of the AWS SDK, or a tree of whichever Jackson, as a tree. */
    static JsonNode foreign(Object value) {
        if (value instanceof JsonNode node) {
            return node;
        }
        return isSdk(value.getClass()) ? SdkJson.write(value) : Jackson3.tree(value);
    }

    /**
     * An object as a tree; a tree is taken as it is.
     *
     * @throws IllegalArgumentException if it cannot be written as one
     */
    public static JsonNode tree(@Nullable Object value) {
        if (value == null) {
            return NullNode.getInstance();
        }
        if (value instanceof JsonNode node) {
            return node;
        }
        if (isSdk(value.getClass()) || isJackson3Tree(value.getClass())) {
            return foreign(value);
        }
        Object ordered = StableOrder.of(value);
        JsonNode plain = plain(ordered);
        if (plain != null) {
            return plain;
        }
        try {
            return Project.MAPPING.write(ordered);
        } catch (IllegalArgumentException unwritable) {
            throw new IllegalArgumentException(
                    "An object of " + value.getClass().getName() + " cannot be written as JSON.\n\n  why: "
                            + firstLine(unwritable) + "\n\n" + ADVICE,
                    unwritable);
        }
    }

    /** What is JSON without a mapper, whatever is within it; null for anything else. */
    private static @Nullable JsonNode plain(Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value instanceof String text) {
            return json.textNode(text);
        }
        if (value instanceof Boolean truth) {
            return json.booleanNode(truth);
        }
        if (value instanceof Integer number) {
            return json.numberNode((int) number);
        }
        if (value instanceof Long number) {
            return json.numberNode((long) number);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = json.arrayNode(list.size());
            list.forEach(element -> array.add(tree(element)));
            return array;
        }
        if (value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
            ObjectNode object = json.objectNode();
            map.forEach((key, element) -> object.set((String) key, tree(element)));
            return object;
        }
        return null;
    }

    /**
     * A tree as an object.
     *
     * @throws IllegalArgumentException if the tree cannot be one, reads as null, or is an object that has no field of the type
     */
    public static <T> T read(JsonNode tree, Class<T> type) {
        Object object = read(tree, (Type) type);
        if (object == null) {
            throw new IllegalArgumentException("This cannot be read as " + name(type) + ": it is null");
        }
        return type.cast(object);
    }

    /** As {@link #read(JsonNode, Class)}, of any type; null if the tree reads as null. */
    public static @Nullable Object read(JsonNode tree, Type type) {
        Class<?> plain = type instanceof Class<?> itself ? itself : Object.class;
        if (plain != Object.class && plain.isInstance(tree)) {
            return tree;
        }
        try {
            if (isSdk(plain)) {
                SharedFields.check(tree, SdkJson.fields(plain), false, plain);
                return SdkJson.read(tree, plain);
            }
            return isJackson3Tree(plain) ? Jackson3.tree(tree) : Project.MAPPING.read(tree, type);
        } catch (IllegalArgumentException unlike) {
            throw new IllegalArgumentException(
                    "This cannot be read as " + name(type) + ": " + firstLine(unlike) + kotlin(plain), unlike);
        }
    }

    /** Jackson makes no object of a data class without its module. */
    private static String kotlin(Class<?> type) {
        for (Annotation annotation : type.getAnnotations()) {
            if (annotation.annotationType().getName().equals("kotlin.Metadata")) {
                return ". Classes of Kotlin need jackson-module-kotlin on the class path";
            }
        }
        return "";
    }

    private static String name(Type type) {
        return type instanceof Class<?> itself ? itself.getSimpleName() : type.getTypeName();
    }

    private static String firstLine(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        return Text.cut(message.lines().findFirst().orElse(""), 400);
    }

    private static final String ADVICE =
            "  Jackson modules on the class path are used, such as jackson-datatype-jsr310 for java.time. A project that"
                    + " has\n  a mapper of its own sets it once, with a JsonMapping.Provider.";
}
