package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.io.IOException;

/**
 * Objects as trees, and trees as objects: by Jackson, and where they are the AWS SDK's for Java 2, as a state sees them. This
 * class can be loaded without the SDK.
 */
public final class TypedJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .addModule(new SimpleModule().setSerializerModifier(new SdkObjects()))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private TypedJson() {}

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

    /**
     * An object as a tree; a tree is taken as it is.
     *
     * @throws IllegalArgumentException if Jackson cannot turn it into one
     */
    public static JsonNode tree(Object value) {
        return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
    }

    /**
     * A tree as an object. Fields that the type does not have are left out.
     *
     * @throws IllegalArgumentException if the tree cannot be one
     */
    public static <T> T read(JsonNode tree, Class<T> type) {
        if (type.isInstance(tree)) {
            return type.cast(tree);
        }
        if (isSdk(type)) {
            return type.cast(SdkJson.read(tree, type));
        }
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException unlike) {
            throw new IllegalArgumentException(
                    "This cannot be read as " + type.getSimpleName() + ": " + unlike.getOriginalMessage(), unlike);
        }
    }

    /** Takes the SDK's objects out of Jackson's hands, wherever they are within an object. */
    private static final class SdkObjects extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription description, JsonSerializer<?> serializer) {
            return isSdk(description.getBeanClass()) ? new SdkObject() : serializer;
        }
    }

    private static final class SdkObject extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeTree(SdkJson.write(value));
        }
    }
}
