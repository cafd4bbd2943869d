package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.json.JsonText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Objects of the AWS SDK for Java 2 as the JSON that a state sees, and back: names begin with a capital letter, instants are
 * ISO 8601, the bytes of an HTTP body are its text (recorded for S3), other bytes are Base64. A field that was not set is
 * not there.
 */
final class SdkJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SdkJson() {}

    /**
     * A field's name as a state sees it.
     *
     * <p>The SDK names a DynamoDB attribute value's {@code NULL} otherwise, for {@code null} is a word of Java.
     */
    static String name(SdkField<?> field) {
        return field.memberName().equals("NUL") && field.locationName().equals("NULL")
                ? "NULL"
                : FieldNames.capital(field.memberName());
    }

    // ---- to JSON ---------------------------------------------------------------------------------------------

    /** A model object, or a response with its bytes. */
    static JsonNode write(Object value) {
        if (value instanceof ResponseBytes<?> streamed) {
            JsonNode response = write(streamed.response());
            // As S3 calls it (recorded).
            ((ObjectNode) response).put("Body", streamed.asUtf8String());
            return response;
        }
        return object((SdkPojo) value);
    }

    private static ObjectNode object(SdkPojo pojo) {
        ObjectNode object = JSON.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                boolean body = field.containsTrait(PayloadTrait.class);
                object.set(name(field), body && value instanceof SdkBytes bytes ? text(bytes) : tree(value));
            }
        }
        return object;
    }

    private static JsonNode text(SdkBytes bytes) {
        return JSON.textNode(bytes.asUtf8String());
    }

    private static JsonNode tree(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof SdkPojo pojo) {
            return object(pojo);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(element -> array.add(tree(element)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JSON.objectNode();
            map.forEach((key, element) -> object.set(String.valueOf(key), tree(element)));
            return object;
        }
        if (value instanceof SdkBytes bytes) {
            return JSON.textNode(Base64.getEncoder().encodeToString(bytes.asByteArray()));
        }
        if (value instanceof Document document) {
            return tree(document.unwrap());
        }
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof Number number) {
            return JsonText.tree(number);
        }
        return JSON.textNode(value.toString());
    }

    // ---- from JSON -------------------------------------------------------------------------------------------

    /**
     * A model object out of what a state sends or sees. Fields that the class does not have are left out.
     *
     * @throws IllegalArgumentException if a value cannot be what its field is
     */
    static Object read(JsonNode tree, Class<?> type) {
        return build(builder(type), tree, type.getSimpleName());
    }

    /** The names of the fields of a model class, as a state sees them. */
    static Set<String> fields(Class<?> type) {
        Set<String> names = new LinkedHashSet<>();
        builder(type).sdkFields().forEach(field -> names.add(name(field)));
        return names;
    }

    private static SdkPojo builder(Class<?> type) {
        try {
            return (SdkPojo) type.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException unusual) {
            throw new IllegalStateException(
                    type.getName() + " is not a model class of the AWS SDK for Java 2", unusual);
        }
    }

    private static Object build(SdkPojo builder, JsonNode tree, String at) {
        if (!tree.isObject()) {
            throw new IllegalArgumentException(at + " is an object, but was " + tree);
        }
        for (SdkField<?> field : builder.sdkFields()) {
            JsonNode value = tree.get(name(field));
            if (value != null && !value.isNull()) {
                boolean body = field.containsTrait(PayloadTrait.class);
                field.set(builder, body && isBytes(field) ? body(value) : value(field, value, at + "." + name(field)));
            }
        }
        return ((Buildable) builder).build();
    }

    private static boolean isBytes(SdkField<?> field) {
        return field.marshallingType().equals(MarshallingType.SDK_BYTES);
    }

    private static SdkBytes body(JsonNode value) {
        return SdkBytes.fromUtf8String(value.isTextual() ? value.textValue() : JsonText.write(value));
    }

    private static @Nullable Object value(SdkField<?> field, JsonNode value, String at) {
        MarshallingType<?> type = field.marshallingType();
        if (value.isNull()) {
            return null;
        }
        if (type.equals(MarshallingType.STRING)) {
            // Step Functions writes JSON into a field that takes text (recorded).
            return value.isTextual() ? value.textValue() : JsonText.write(value);
        }
        if (type.equals(MarshallingType.BOOLEAN)) {
            return value.asBoolean();
        }
        if (type.equals(MarshallingType.SDK_BYTES)) {
            return SdkBytes.fromByteArray(bytes(value));
        }
        if (type.equals(MarshallingType.INSTANT)) {
            return instant(value, at);
        }
        if (type.equals(MarshallingType.DOCUMENT)) {
            return document(value);
        }
        if (type.equals(MarshallingType.LIST)) {
            SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
            List<@Nullable Object> list = new ArrayList<>();
            value.forEach(each -> list.add(value(element, each, at + "[" + list.size() + "]")));
            return list;
        }
        if (type.equals(MarshallingType.MAP)) {
            SdkField<?> element = field.getTrait(MapTrait.class).valueFieldInfo();
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            value.properties()
                    .forEach(each -> map.put(each.getKey(), value(element, each.getValue(), at + "." + each.getKey())));
            return map;
        }
        if (type.equals(MarshallingType.SDK_POJO)) {
            return build(field.constructor().get(), value, at);
        }
        return number(type, value, at);
    }

    /** Base64 as a state writes bytes; text that is none is taken as it is. */
    private static byte[] bytes(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : JsonText.write(value);
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException plain) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static Instant instant(JsonNode value, String at) {
        try {
            return value.isNumber()
                    ? Instant.ofEpochMilli(value.decimalValue()
                            .multiply(BigDecimal.valueOf(1000))
                            .longValue())
                    : Instant.parse(value.asText());
        } catch (DateTimeParseException unusual) {
            throw new IllegalArgumentException(at + " is an instant, but was " + value, unusual);
        }
    }

    private static Document document(JsonNode value) {
        if (value.isObject()) {
            Map<String, Document> map = new LinkedHashMap<>();
            value.properties().forEach(each -> map.put(each.getKey(), document(each.getValue())));
            return Document.fromMap(map);
        }
        if (value.isArray()) {
            List<Document> list = new ArrayList<>();
            value.forEach(each -> list.add(document(each)));
            return Document.fromList(list);
        }
        if (value.isBoolean()) {
            return Document.fromBoolean(value.booleanValue());
        }
        if (value.isNull()) {
            return Document.fromNull();
        }
        return value.isNumber() ? Document.fromNumber(value.decimalValue()) : Document.fromString(value.asText());
    }

    private static Number number(MarshallingType<?> type, JsonNode value, String at) {
        BigDecimal number;
        try {
            number = value.isNumber() ? value.decimalValue() : new BigDecimal(value.asText());
        } catch (NumberFormatException unusual) {
            throw new IllegalArgumentException(at + " is a number, but was " + value, unusual);
        }
        Class<?> target = type.getTargetClass();
        if (target.equals(Integer.class)) {
            return number.intValue();
        }
        if (target.equals(Long.class)) {
            return number.longValue();
        }
        if (target.equals(Float.class)) {
            return number.floatValue();
        }
        if (target.equals(Double.class)) {
            return number.doubleValue();
        }
        if (target.equals(Short.class)) {
            return number.shortValue();
        }
        return target.equals(Byte.class) ? (Number) number.byteValue() : number;
    }
}
