package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import io.github.asltestkit.json.JsonMapping;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects as JSON and back by Jackson 2. */
public final class Jackson2 implements JsonMapping, TypeSchema.Source {
    private final ObjectMapper mapper;

    private Jackson2(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** That of a project that sets none: the modules of the class path, instants and dates as ISO 8601 text. */
    static JsonMapping usual() {
        return new Jackson2(JsonMapper.builder()
                .findAndAddModules()
                .addModule(foreignTypes())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build());
    }

    /** That of a mapper of a project. */
    public static JsonMapping mapping(ObjectMapper given) {
        ObjectMapper copy;
        try {
            copy = given.copy();
        } catch (IllegalStateException subclassWithoutCopy) {
            return new Jackson2(given);
        }
        copy.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
        return new Jackson2(copy.registerModule(foreignTypes()));
    }

    @Override
    public JsonNode write(Object value) {
        return mapper.valueToTree(value);
    }

    @Override
    public @Nullable Object read(JsonNode tree, Type type) {
        JavaType java = mapper.constructType(type);
        SharedFields.check(tree, fields(java), ignoresCase(), java.getRawClass());
        try {
            return mapper.treeToValue(tree, java);
        } catch (JsonProcessingException unlike) {
            throw new IllegalArgumentException(unlike.getOriginalMessage(), unlike);
        }
    }

    @Override
    public JsonNode schema(Type type) {
        return schema(mapper.constructType(type), 0);
    }

    private ObjectNode schema(JavaType type, int depth) {
        ObjectNode scalar = TypeSchema.scalar(type.getRawClass());
        if (!scalar.isEmpty() || depth > TypeSchema.DEPTH) {
            return scalar;
        }
        if (type.isReferenceType()) {
            return schema(type.getContentType(), depth);
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return TypeSchema.array(schema(type.getContentType(), depth + 1));
        }
        if (type.isMapLikeType()) {
            return TypeSchema.dictionary(schema(type.getContentType(), depth + 1));
        }
        return type.isEnumType() || type.isAbstract() || type.isJavaLangObject()
                ? TypeSchema.anything()
                : bean(type, depth);
    }

    /** What a serializer of beans writes; any other may write anything. */
    private ObjectNode bean(JavaType type, int depth) {
        SerializationConfig config = mapper.getSerializationConfig();
        BeanDescription description = config.introspect(type);
        if (description.findAnyGetter() != null
                || config.getAnnotationIntrospector().findTypeResolver(config, description.getClassInfo(), type)
                        != null) {
            return TypeSchema.anything();
        }
        JsonSerializer<?> serializer;
        try {
            serializer = mapper.getSerializerProviderInstance().findValueSerializer(type);
        } catch (JsonMappingException unwritable) {
            return TypeSchema.anything();
        }
        if (!(serializer instanceof BeanSerializerBase)) {
            return TypeSchema.anything();
        }
        ObjectNode object = TypeSchema.object(false);
        Iterator<PropertyWriter> properties = serializer.properties();
        while (properties.hasNext()) {
            PropertyWriter property = properties.next();
            if (!(property instanceof BeanPropertyWriter writer) || writer.isUnwrapping()) {
                return TypeSchema.anything();
            }
            boolean primitive = writer.getType().isPrimitive();
            boolean own = config.getAnnotationIntrospector().findSerializer(writer.getMember()) != null;
            ObjectNode schema = own ? TypeSchema.anything() : schema(writer.getType(), depth + 1);
            TypeSchema.put(object, writer.getName(), schema, primitive, primitive || !writer.willSuppressNulls());
        }
        return object;
    }

    private boolean ignoresCase() {
        return mapper.isEnabled(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES);
    }

    /** The fields that a bean is read from; none where it may be read from any, or is no bean. */
    private Set<String> fields(JavaType type) {
        if (type.isContainerType() || type.isReferenceType() || type.isPrimitive() || type.isJavaLangObject()) {
            return Set.of();
        }
        DeserializationConfig config = mapper.getDeserializationConfig();
        AnnotationIntrospector annotations = config.getAnnotationIntrospector();
        BeanDescription bean = config.introspect(type);
        if (type.isAbstract()
                || bean.findAnySetterAccessor() != null
                || annotations.findDeserializer(bean.getClassInfo()) != null
                || annotations.findTypeResolver(config, bean.getClassInfo(), type) != null) {
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>();
        for (BeanPropertyDefinition property : bean.findProperties()) {
            if (property.getPrimaryMember() != null
                    && annotations.findUnwrappingNameTransformer(property.getPrimaryMember()) != null) {
                return Set.of();
            }
            names.add(property.getName());
            property.findAliases().forEach(alias -> names.add(alias.getSimpleName()));
        }
        return names;
    }

    // ---- types that Jackson 2 knows nothing of -------------------------------------------------------------------

    /** Objects of the AWS SDK and trees of Jackson 3, wherever they are within an object. */
    private static SimpleModule foreignTypes() {
        return new SimpleModule("asl-testkit")
                .setSerializerModifier(new Writers())
                .setDeserializerModifier(new Readers());
    }

    private static final class Writers extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription description, JsonSerializer<?> serializer) {
            Class<?> type = description.getBeanClass();
            return TypedJson.isSdk(type) || TypedJson.isJackson3Tree(type) ? new ForeignWriter() : serializer;
        }
    }

    private static final class ForeignWriter extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeTree(TypedJson.foreign(value));
        }
    }

    private static final class Readers extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
            return TypedJson.isJackson3Tree(description.getBeanClass()) ? new Jackson3TreeReader() : deserializer;
        }
    }

    private static final class Jackson3TreeReader extends JsonDeserializer<Object> {
        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Jackson3.tree(context.readTree(parser));
        }
    }
}
