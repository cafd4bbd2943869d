package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import io.github.asltestkit.internal.message.Pointers;
import io.github.asltestkit.internal.parse.PlacedJson.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 (core schema) into a tree that knows where each value stands. Keys are text whatever they look like
 * ({@code Yes} and {@code No} are names of states), dates are text, and CloudFormation's short tags become their long
 * form.
 */
final class YamlReader {

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+");

    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?");

    /** What aliases may add to the values that a text writes out; a few lines of nested aliases make more in no time. */
    private static final int MAX_ALIASED = 100_000;

    private static final int MAX_ALIASES = 1_000;

    /** Fields that name a state, which may be called {@code true} or {@code 12}. */
    private static final Set<String> TARGETS = Set.of("Next", "Default");

    private final String name;
    private final MappedText text;
    private final LineIndex file;
    /** The lines of the text where these are not those of the file. */
    private final @Nullable LineIndex lines;

    private final Places places;
    private final List<Diagnostic> diagnostics;
    /** The nodes around the one at hand. */
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private int values;

    private YamlReader(String name, MappedText text, LineIndex file, List<Diagnostic> diagnostics) {
        this.name = name;
        this.text = text;
        this.places = new Places(text.text().length());
        this.file = file;
        this.lines = text.isIdentity() ? null : new LineIndex(text.text());
        this.diagnostics = diagnostics;
    }

    /** The tree, or null where the text is not YAML, which is then said in the diagnostics. */
    static @Nullable PlacedJson read(String name, LineIndex file, List<Diagnostic> diagnostics) {
        return read(name, MappedText.identity(file.text()), file, diagnostics);
    }

    /**
     * The tree, or null where the text is not YAML, which is then said in the diagnostics.
     *
     * @param text the YAML, in which placeholders may have values
     * @param file the file, in which the places are
     */
    static @Nullable PlacedJson read(String name, MappedText text, LineIndex file, List<Diagnostic> diagnostics) {
        List<Diagnostic> problems = new ArrayList<>();
        PlacedJson read = new YamlReader(name, text, file, problems).read();
        MappedText quoted = read == null ? Placeholders.quotedInBrackets(text) : text;
        if (quoted != text) {
            return new YamlReader(name, quoted, file, diagnostics).read();
        }
        diagnostics.addAll(problems);
        return read;
    }

    private @Nullable PlacedJson read() {
        // All in one buffer: the library fails where a buffer ends within a surrogate pair.
        LoadSettings settings = LoadSettings.builder()
                .setBufferSize(text.text().length() + 2)
                .setSchema(new PlainSchema())
                .setAllowDuplicateKeys(true)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setCodePointLimit(text.text().length() + 1)
                .setLabel(name)
                .build();
        try {
            Parser parser = new ParserImpl(settings, new StreamReader(settings, text.text()));
            Optional<Node> node = new Composer(settings, new BoundedParser(parser)).getSingleNode();
            if (node.isEmpty()) {
                diagnostics.add(Problems.empty(new Location(name, 1, 1, "")));
                return null;
            }
            return new PlacedJson(name, value(node.get(), "", 0), file, "", places);
        } catch (MarkedYamlEngineException notYaml) {
            Place at = notYaml.getProblemMark().map(this::place).orElse(new Place(1, 1));
            problem("The definition is neither JSON nor YAML: " + notYaml.getProblem(), at, "");
        } catch (TooDeep deep) {
            diagnostics.add(Problems.tooDeep(new Location(name, deep.place.line(), deep.place.column(), "")));
        } catch (TooMuch limit) {
            problem("The definition exceeds a limit: " + limit.getMessage(), limit.place, "");
        } catch (YamlEngineException notYaml) {
            problem("The definition is neither JSON nor YAML: " + firstLine(notYaml), new Place(1, 1), "");
        }
        return null;
    }

    private JsonNode value(Node node, String pointer, int depth) {
        Place at = place(node);
        places.value(pointer, at);
        // Each value that is written out takes a character at least.
        if (++values > text.text().length() + MAX_ALIASED || depth > JsonReader.MAX_DEPTH) {
            throw new TooMuch("aliases that make more than " + MAX_ALIASED + " values", at);
        }
        if (!open.add(node)) {
            throw new TooMuch("an alias that contains itself", at);
        }
        String tag = node.getTag().getValue();
        // The library's schema takes ${Name} for a variable of the environment.
        boolean shortForm = tag.startsWith("!")
                && tag.length() > 1
                && !tag.startsWith("!!")
                && !node.getTag().equals(Tag.ENV_TAG);
        JsonNode plain = plain(node, shortForm ? pointer + "/" + intrinsic(tag) : pointer, depth);
        open.remove(node);
        return shortForm ? longForm(tag, plain) : plain;
    }

    private JsonNode plain(Node node, String pointer, int depth) {
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer, depth);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node element : sequence.getValue()) {
                array.add(value(element, pointer + "/" + array.size(), depth + 1));
            }
            return array;
        }
        return node instanceof ScalarNode scalar ? scalar(scalar) : JsonNodeFactory.instance.nullNode();
    }

    private ObjectNode object(MappingNode mapping, String pointer, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<NodeTuple> merged = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problem("A key must be text", place(tuple.getKeyNode()), pointer);
                continue;
            }
            String text = key.getValue();
            if (text.equals("<<") && !(tuple.getValueNode() instanceof ScalarNode)) {
                merged.add(tuple);
                continue;
            }
            String below = pointer + "/" + Pointers.segment(text);
            places.name(below, place(key));
            if (object.has(text)) {
                String first = places.firstAt(below);
                problem("Duplicate field '" + text + "'", place(key), below, first);
            } else {
                JsonNode value = value(tuple.getValueNode(), below, depth + 1);
                boolean name = (TARGETS.contains(text) && below.contains("States/")) || text.equals("StartAt");
                object.set(
                        text,
                        name && tuple.getValueNode() instanceof ScalarNode target && value.isValueNode()
                                ? JsonNodeFactory.instance.textNode(target.getValue())
                                : value);
            }
        }
        for (NodeTuple tuple : merged) {
            merge(object, tuple.getValueNode(), pointer, depth);
        }
        return object;
    }

    /** {@code <<}: the fields of another mapping, where there are none of the same name. */
    private void merge(ObjectNode object, Node from, String pointer, int depth) {
        if (from instanceof SequenceNode sequence) {
            sequence.getValue().forEach(element -> merge(object, element, pointer, depth));
        } else if (from instanceof MappingNode mapping) {
            if (!open.add(mapping)) {
                throw new TooMuch("merged mappings that contain themselves", place(from));
            }
            object(mapping, pointer, depth + 1)
                    .properties()
                    .forEach(field -> object.putIfAbsent(field.getKey(), field.getValue()));
            open.remove(mapping);
        }
    }

    private static JsonNode scalar(ScalarNode scalar) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return nodes.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return nodes.booleanNode(text.equalsIgnoreCase("true"));
        }
        // A tag may be written before what is no such number; then the text stays a text, and its field says more.
        if (tag.equals(Tag.INT) && INTEGER.matcher(text).matches()) {
            return integer(text);
        }
        if (tag.equals(Tag.FLOAT) && DECIMAL.matcher(text).matches()) {
            return nodes.numberNode(new BigDecimal(text));
        }
        return nodes.textNode(text);
    }

    private static JsonNode integer(String text) {
        int radix = text.startsWith("0x") ? 16 : text.startsWith("0o") ? 8 : 10;
        BigInteger value = new BigInteger(radix == 10 ? text : text.substring(2), radix);
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value.bitLength() < Integer.SIZE) {
            return nodes.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? nodes.numberNode(value.longValue()) : nodes.numberNode(value);
    }

    private static String intrinsic(String tag) {
        String function = tag.substring(1);
        return function.equals("Ref") || function.equals("Condition") ? function : "Fn::" + function;
    }

    private static JsonNode longForm(String tag, JsonNode argument) {
        JsonNode full = argument;
        if (tag.equals("!GetAtt") && argument.isTextual()) {
            String text = argument.textValue();
            int dot = text.indexOf('.');
            full = JsonNodeFactory.instance
                    .arrayNode()
                    .add(dot < 0 ? text : text.substring(0, dot))
                    .add(dot < 0 ? "" : text.substring(dot + 1));
        }
        ObjectNode function = JsonNodeFactory.instance.objectNode();
        function.set(intrinsic(tag), full);
        return function;
    }

    private Place place(Node node) {
        return node.getStartMark().map(this::place).orElse(new Place(1, 1));
    }

    /** A mark counts code points from 0, a place UTF-16 units from 1. */
    private Place place(Mark mark) {
        LineIndex index = lines;
        Place place = (index == null ? file : index).ofCodePoint(mark.getLine() + 1, mark.getColumn());
        return index == null ? place : file.place(text.original(index.offset(place)));
    }

    private void problem(String message, Place at, String pointer) {
        problem(message, at, pointer, null);
    }

    private void problem(String message, Place at, String pointer, @Nullable String hint) {
        Location location = new Location(name, at.line(), at.column(), pointer);
        diagnostics.add(new Diagnostic(Severity.ERROR, Problems.NOT_JSON, message, location, hint, null));
    }

    private static String firstLine(YamlEngineException problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }

    /** The core schema without the library's own merging of mappings, which does not end where one contains itself. */
    private static final class PlainSchema extends CoreSchema {
        @Override
        public ScalarResolver getScalarResolver() {
            return new CoreScalarResolver(false);
        }
    }

    /** The composer recurses with each collection, so that the events which it is given have a greatest depth. */
    private final class BoundedParser implements Parser {
        private final Parser parser;
        private int depth;

        BoundedParser(Parser parser) {
            this.parser = parser;
        }

        @Override
        public Event next() {
            Event event = parser.next();
            if (event instanceof CollectionStartEvent && ++depth > JsonReader.MAX_DEPTH) {
                throw new TooDeep(
                        event.getStartMark().map(YamlReader.this::place).orElse(new Place(1, 1)));
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            return event;
        }

        @Override
        public boolean checkEvent(Event.ID choice) {
            return parser.checkEvent(choice);
        }

        @Override
        public Event peekEvent() {
            return parser.peekEvent();
        }

        @Override
        public boolean hasNext() {
            return parser.hasNext();
        }
    }

    /** Ends the reading of a text that is nested too deep. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Place place;

        TooDeep(Place place) {
            super("too deep");
            this.place = place;
        }
    }

    /** Ends the reading of a text that means harm. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Place place;

        TooMuch(String message, Place place) {
            super(message);
            this.place = place;
        }
    }
}
