package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.json.JsonMapping;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Objects as JSON and back by Jackson 3, and its trees as ours. Loaded only where something of Jackson 3 was handed in or is
 * asked for.
 */
public final class Jackson3 implements JsonMapping, TypeSchema.Source {
    private final ObjectMapper mapper;

    private Jackson3(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** That of a mapper of a project. */
    public static JsonMapping mapping(ObjectMapper given) {
        return new Jackson3(given.rebuild()
                .addModule(new SimpleModule("asl-testkit")
                        .setSerializerModifier(new Writers())
                        .setDeserializerModifier(new Readers()))
                .build());
    }

    @Override
    public JsonNode write(Object value) {
        try {
            return tree((Object) mapper.valueToTree(value));
        } catch (JacksonException unwritable) {
            throw new IllegalArgumentException(unwritable.getOriginalMessage(), unwritable);
        }
    }

    @Override
    public @Nullable Object read(JsonNode tree, Type type) {
        JavaType java = mapper.constructType(type);
        boolean ignoringCase =
                mapper.deserializationConfig().isEnabled(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES);
        SharedFields.check(tree, fields(java), ignoringCase, java.getRawClass());
        try {
            return mapper.treeToValue(tree(tree), java);
        } catch (JacksonException unlike) {
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
        boolean ofTheJdk = type.getRawClass().getName().startsWith("java");
        return type.isEnumType() || type.isAbstract() || ofTheJdk ? TypeSchema.anything() : bean(type, depth);
    }

    /** What is written of a bean that is written field by field; any other may be written as anything. */
    private ObjectNode bean(JavaType type, int depth) {
        SerializationConfig config = mapper.serializationConfig();
        AnnotationIntrospector annotations = config.getAnnotationIntrospector();
        ClassIntrospector introspector = config.classIntrospectorInstance();
        BeanDescription bean =
                introspector.introspectForSerialization(type, introspector.introspectClassAnnotations(type));
        if (bean.findAnyGetter() != null
                || bean.findJsonValueAccessor() != null
                || annotations.findSerializer(config, bean.getClassInfo()) != null
                || annotations.findPolymorphicTypeInfo(config, bean.getClassInfo()) != null) {
            return TypeSchema.anything();
        }
        boolean nulls = config.getDefaultPropertyInclusion(type.getRawClass()).getValueInclusion()
                == JsonInclude.Include.ALWAYS;
        ObjectNode object = TypeSchema.object(false);
        for (BeanPropertyDefinition property : bean.findProperties()) {
            if (!property.couldSerialize()) {
                continue;
            }
            if (annotations.findUnwrappingNameTransformer(config, property.getAccessor()) != null) {
                return TypeSchema.anything();
            }
            JavaType of = property.getPrimaryType();
            boolean own = annotations.findSerializer(config, property.getAccessor()) != null;
            TypeSchema.put(
                    object,
                    property.getName(),
                    own ? TypeSchema.anything() : schema(of, depth + 1),
                    of.isPrimitive(),
                    of.isPrimitive() || nulls);
        }
        return object;
    }

    /** The fields that a bean is read from; none where it may be read from any, or is no bean. */
    private Set<String> fields(JavaType type) {
        if (type.isContainerType()
                || type.isReferenceType()
                || type.isPrimitive()
                || type.isJavaLangObject()
                || type.isAbstract()) {
            return Set.of();
        }
        DeserializationConfig config = mapper.deserializationConfig();
        AnnotationIntrospector annotations = config.getAnnotationIntrospector();
        ClassIntrospector introspector = config.classIntrospectorInstance();
        BeanDescription bean =
                introspector.introspectForDeserialization(type, introspector.introspectClassAnnotations(type));
        if (bean.findAnySetterAccessor() != null
                || annotations.findDeserializer(config, bean.getClassInfo()) != null
                || annotations.findPolymorphicTypeInfo(config, bean.getClassInfo()) != null) {
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>();
        for (BeanPropertyDefinition property : bean.findProperties()) {
            if (property.getPrimaryMember() != null
                    && annotations.findUnwrappingNameTransformer(config, property.getPrimaryMember()) != null) {
                return Set.of();
            }
            names.add(property.getName());
            property.findAliases().forEach(alias -> names.add(alias.getSimpleName()));
        }
        return names;
    }

    // ---- trees ---------------------------------------------------------------------------------------------------

    /** A tree of Jackson 3 as one of Jackson 2. */
    static JsonNode tree(Object given) {
        tools.jackson.databind.JsonNode node = (tools.jackson.databind.JsonNode) given;
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (node.getNodeType()) {
            case OBJECT -> {
                ObjectNode object = json.objectNode();
                node.properties().forEach(field -> object.set(field.getKey(), tree((Object) field.getValue())));
                yield object;
            }
            case ARRAY -> {
                ArrayNode array = json.arrayNode();
                node.forEach(element -> array.add(tree((Object) element)));
                yield array;
            }
            case STRING -> json.textNode(node.stringValue());
            case BOOLEAN -> json.booleanNode(node.booleanValue());
            case NUMBER -> number(json, node);
            case BINARY -> json.textNode(json.binaryNode(node.binaryValue()).asText());
            case POJO -> TypedJson.tree(((POJONode) node).getPojo());
            case NULL, MISSING -> json.nullNode();
        };
    }

    private static JsonNode number(JsonNodeFactory json, tools.jackson.databind.JsonNode node) {
        return switch (node.numberType()) {
            case INT -> json.numberNode(node.intValue());
            case LONG -> json.numberNode(node.longValue());
            case BIG_INTEGER -> json.numberNode(node.bigIntegerValue());
            case FLOAT -> json.numberNode(node.floatValue());
            case DOUBLE -> json.numberNode(node.doubleValue());
            case BIG_DECIMAL -> json.numberNode(node.decimalValue());
        };
    }

    /** A tree of Jackson 2 as one of Jackson 3. */
    static tools.jackson.databind.JsonNode tree(JsonNode node) {
        var json = tools.jackson.databind.node.JsonNodeFactory.instance;
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var object = json.objectNode();
                node.properties().forEach(field -> object.set(field.getKey(), tree(field.getValue())));
                yield object;
            }
            case ARRAY -> {
                var array = json.arrayNode();
                node.forEach(element -> array.add(tree(element)));
                yield array;
            }
            case STRING -> json.stringNode(node.textValue());
            case BOOLEAN -> json.booleanNode(node.booleanValue());
            case NUMBER ->
                switch (node.numberType()) {
                    case INT -> json.numberNode(node.intValue());
                    case LONG -> json.numberNode(node.longValue());
                    case BIG_INTEGER -> json.numberNode(node.bigIntegerValue());
                    case FLOAT -> json.numberNode(node.floatValue());
                    case DOUBLE -> json.numberNode(node.doubleValue());
                    case BIG_DECIMAL -> json.numberNode(node.decimalValue());
                };
            case BINARY -> json.stringNode(node.asText());
            case POJO -> json.pojoNode(((com.fasterxml.jackson.databind.node.POJONode) node).getPojo());
            case NULL, MISSING -> json.nullNode();
        };
    }

    // ---- types that Jackson 3 knows nothing of -------------------------------------------------------------------

    private static final class Writers extends ValueSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription.Supplier description, ValueSerializer<?> serializer) {
            Class<?> type = description.getBeanClass();
            return TypedJson.isSdk(type) || JsonNode.class.isAssignableFrom(type) ? new ForeignWriter() : serializer;
        }
    }

    private static final class ForeignWriter extends ValueSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
            generator.writeTree(tree(TypedJson.foreign(value)));
        }
    }

    private static final class Readers extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
            return JsonNode.class.isAssignableFrom(description.getBeanClass())
                    ? new Jackson2TreeReader()
                    : deserializer;
        }
    }

    private static final class Jackson2TreeReader extends ValueDeserializer<Object> {
        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            return tree((Object) context.readTree(parser));
        }
    }
}
