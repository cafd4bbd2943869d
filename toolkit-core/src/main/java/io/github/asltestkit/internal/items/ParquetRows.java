package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/**
 * Puts rows together: groups are objects, lists are arrays however they are nested, maps are objects.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#nested-types">Nested types</a>
 */
final class ParquetRows extends RecordMaterializer<ObjectNode> {
    private final MessageType schema;
    private final Group root;

    ParquetRows(MessageType schema) {
        this.schema = schema;
        this.root = new Group(schema, row -> {});
    }

    MessageType schema() {
        return schema;
    }

    @Override
    public ObjectNode getCurrentRecord() {
        return root.object;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    /** A converter that hands a value over once it is whole. */
    private static Converter converter(Type type, Consumer<JsonNode> target) {
        if (type.isPrimitive()) {
            return new ParquetValue(type.asPrimitiveType(), target);
        }
        GroupType group = type.asGroupType();
        if (type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation && isOneRepeated(group)) {
            return new Elements(group, target);
        }
        if (type.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation && isOneRepeated(group)) {
            return new Entries(group, target);
        }
        return new Group(group, target);
    }

    private static boolean isOneRepeated(GroupType group) {
        return group.getFieldCount() == 1 && group.getType(0).isRepetition(Repetition.REPEATED);
    }

    /** An object. A field that is repeated without being a list by its type is an array. */
    private static final class Group extends GroupConverter {
        private final List<Converter> fields = new ArrayList<>();
        private final Consumer<JsonNode> target;
        private ObjectNode object = JsonNodeFactory.instance.objectNode();

        Group(GroupType type, Consumer<JsonNode> target) {
            this.target = target;
            for (Type field : type.getFields()) {
                String name = field.getName();
                fields.add(converter(
                        field,
                        field.isRepetition(Repetition.REPEATED)
                                ? value -> object.withArrayProperty(name).add(value)
                                : value -> object.set(name, value)));
            }
        }

        @Override
        public Converter getConverter(int field) {
            return fields.get(field);
        }

        @Override
        public void start() {
            object = JsonNodeFactory.instance.objectNode();
        }

        @Override
        public void end() {
            target.accept(object);
        }
    }

    /** A list: the elements are in a group of their own (three levels) or are what is repeated (two, as Avro writes it). */
    private static final class Elements extends GroupConverter {
        private final Converter repeated;
        private final Consumer<JsonNode> target;
        private ArrayNode array = JsonNodeFactory.instance.arrayNode();

        Elements(GroupType list, Consumer<JsonNode> target) {
            this.target = target;
            Type inner = list.getType(0);
            this.repeated = isElement(inner, list.getName())
                    ? converter(inner, value -> array.add(value))
                    : new Element(inner.asGroupType().getType(0), value -> array.add(value));
        }

        private static boolean isElement(Type repeated, String list) {
            return repeated.isPrimitive()
                    || repeated.asGroupType().getFieldCount() != 1
                    || repeated.asGroupType().getType(0).isRepetition(Repetition.REPEATED)
                    || repeated.getName().equals("array")
                    || repeated.getName().equals(list + "_tuple");
        }

        @Override
        public Converter getConverter(int field) {
            return repeated;
        }

        @Override
        public void start() {
            array = JsonNodeFactory.instance.arrayNode();
        }

        @Override
        public void end() {
            target.accept(array);
        }
    }

    /** The group around one value, which is null if nothing comes. */
    private static final class Element extends GroupConverter {
        private final Converter element;
        private final Consumer<JsonNode> target;
        private JsonNode value = JsonNodeFactory.instance.nullNode();

        Element(Type type, Consumer<JsonNode> target) {
            this.element = converter(type, whole -> value = whole);
            this.target = target;
        }

        @Override
        public Converter getConverter(int field) {
            return element;
        }

        @Override
        public void start() {
            value = JsonNodeFactory.instance.nullNode();
        }

        @Override
        public void end() {
            target.accept(value);
        }
    }

    /** A map: each entry is a group of a key and a value. */
    private static final class Entries extends GroupConverter {
        private final Converter entry;
        private final Consumer<JsonNode> target;
        private ObjectNode object = JsonNodeFactory.instance.objectNode();

        Entries(GroupType map, Consumer<JsonNode> target) {
            this.target = target;
            GroupType type = map.getType(0).asGroupType();
            String key = type.getFieldName(0);
            String value = type.getFieldCount() > 1 ? type.getFieldName(1) : "";
            this.entry = new Group(type, pair -> {
                JsonNode held = pair.path(value);
                object.set(pair.path(key).asText(), held.isMissingNode() ? JsonNodeFactory.instance.nullNode() : held);
            });
        }

        @Override
        public Converter getConverter(int field) {
            return entry;
        }

        @Override
        public void start() {
            object = JsonNodeFactory.instance.objectNode();
        }

        @Override
        public void end() {
            target.accept(object);
        }
    }
}
