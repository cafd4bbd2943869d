package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final Group<ObjectNode> root;

    ParquetRows(MessageType schema) {
        this.schema = schema;
        this.root = Group.object(schema, row -> {});
    }

    MessageType schema() {
        return schema;
    }

    @Override
    public ObjectNode getCurrentRecord() {
        return root.value;
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
            return Group.list(group, target);
        }
        if (type.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation && isOneRepeated(group)) {
            return Group.map(group, target);
        }
        return Group.object(group, target);
    }

    private static boolean isOneRepeated(GroupType group) {
        return group.getFieldCount() == 1 && group.getType(0).isRepetition(Repetition.REPEATED);
    }

    /**
     * A group whose value is begun anew, gathered from its fields, and handed over once it is whole. Where it has one field
     * only, that is all that comes.
     */
    private static final class Group<T extends JsonNode> extends GroupConverter {
        private final Supplier<T> empty;
        private final Consumer<JsonNode> target;
        private final List<Converter> fields = new ArrayList<>();
        private T value;

        Group(Supplier<T> empty, Consumer<JsonNode> target) {
            this.empty = empty;
            this.target = target;
            this.value = empty.get();
        }

        /** An object. A field that is repeated without being a list by its type is an array. */
        static Group<ObjectNode> object(GroupType type, Consumer<JsonNode> target) {
            Group<ObjectNode> group = new Group<>(JsonNodeFactory.instance::objectNode, target);
            for (Type field : type.getFields()) {
                String name = field.getName();
                group.fields.add(converter(
                        field,
                        field.isRepetition(Repetition.REPEATED)
                                ? value -> group.value.withArrayProperty(name).add(value)
                                : value -> group.value.set(name, value)));
            }
            return group;
        }

        /**
         * A list: the elements are in a group of their own (three levels) or are what is repeated (two, as Avro writes it).
         */
        static Group<ArrayNode> list(GroupType list, Consumer<JsonNode> target) {
            Group<ArrayNode> group = new Group<>(JsonNodeFactory.instance::arrayNode, target);
            Type inner = list.getType(0);
            Consumer<JsonNode> add = element -> group.value.add(element);
            group.fields.add(
                    isElement(inner, list.getName())
                            ? converter(inner, add)
                            : element(inner.asGroupType().getType(0), add));
            return group;
        }

        private static boolean isElement(Type repeated, String list) {
            return repeated.isPrimitive()
                    || repeated.asGroupType().getFieldCount() != 1
                    || repeated.asGroupType().getType(0).isRepetition(Repetition.REPEATED)
                    || repeated.getName().equals("array")
                    || repeated.getName().equals(list + "_tuple");
        }

        /** The group around one value, which is null if nothing comes. */
        private static Group<JsonNode> element(Type type, Consumer<JsonNode> target) {
            Group<JsonNode> group = new Group<>(JsonNodeFactory.instance::nullNode, target);
            group.fields.add(converter(type, whole -> group.value = whole));
            return group;
        }

        /** A map: each entry is a group of a key and a value. */
        static Group<ObjectNode> map(GroupType map, Consumer<JsonNode> target) {
            Group<ObjectNode> group = new Group<>(JsonNodeFactory.instance::objectNode, target);
            GroupType type = map.getType(0).asGroupType();
            String key = type.getFieldName(0);
            String value = type.getFieldCount() > 1 ? type.getFieldName(1) : "";
            group.fields.add(object(type, pair -> {
                JsonNode held = pair.path(value);
                group.value.set(
                        pair.path(key).asText(), held.isMissingNode() ? JsonNodeFactory.instance.nullNode() : held);
            }));
            return group;
        }

        @Override
        public Converter getConverter(int field) {
            return fields.get(field);
        }

        @Override
        public void start() {
            value = empty.get();
        }

        @Override
        public void end() {
            target.accept(value);
        }
    }
}
