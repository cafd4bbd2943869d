package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.hcl.Source;
import io.github.asltestkit.internal.hcl.Span;
import io.github.asltestkit.internal.hcl.Value;
import io.github.asltestkit.internal.hcl.Value.Decoded;
import io.github.asltestkit.internal.hcl.Value.Encoded;
import io.github.asltestkit.internal.hcl.Value.Entry;
import io.github.asltestkit.internal.hcl.Value.Fields;
import io.github.asltestkit.internal.hcl.Value.Hole;
import io.github.asltestkit.internal.hcl.Value.Piece;
import io.github.asltestkit.internal.hcl.Value.Sequence;
import io.github.asltestkit.internal.hcl.Value.Text;
import io.github.asltestkit.internal.hcl.Values;
import io.github.asltestkit.internal.message.Pointers;
import io.github.asltestkit.internal.parse.PlacedJson.Place;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The value of an expression as a definition that knows its places in one of the files. */
final class TerraformDefinition {
    private final String file;
    private final LineIndex lines;
    private final Places places = new Places();

    private TerraformDefinition(String file, LineIndex lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * The definition that a value is; null if the value is no definition, or its text cannot be read, which is then said.
     *
     * @param lines the lines of a file of the module; null for a file that the module names
     */
    static @Nullable PlacedJson read(
            Value value, Function<String, @Nullable LineIndex> lines, List<Diagnostic> diagnostics) {
        Value inner = value;
        while (inner instanceof Encoded encoded) {
            inner = encoded.value();
        }
        if (inner instanceof Text || inner instanceof Decoded) {
            Text text = inner instanceof Decoded decoded ? decoded.text() : (Text) inner;
            boolean yaml = inner instanceof Decoded decoded && decoded.yaml();
            Span first =
                    text.pieces().isEmpty() ? text.at() : text.pieces().get(0).at();
            Source source = first.source();
            LineIndex index = index(source, lines);
            MappedText mapped = mapped(text, source.file(), yaml);
            return yaml
                    ? YamlReader.read(source.file(), mapped, index, diagnostics)
                    : JsonReader.read(source.file(), Placeholders.quoted(mapped), index, diagnostics);
        }
        if (!(inner instanceof Fields || inner instanceof Sequence)) {
            return null;
        }
        Source source = inner.at().source();
        TerraformDefinition definition = new TerraformDefinition(source.file(), index(source, lines));
        JsonNode tree = definition.tree(inner, "", inner.at());
        return new PlacedJson(source.file(), tree, definition.lines, "", definition.places);
    }

    private static LineIndex index(Source source, Function<String, @Nullable LineIndex> lines) {
        LineIndex known = lines.apply(source.file());
        return known == null ? new LineIndex(source.text()) : known;
    }

    private JsonNode tree(Value value, String pointer, Span written) {
        Span at = value.at().source().file().equals(file) ? value.at() : written;
        if (at.source().file().equals(file)) {
            places.value(pointer, place(at));
        }
        if (value instanceof Fields fields) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, Entry> field : fields.entries().entrySet()) {
                Entry entry = field.getValue();
                String below = pointer + "/" + Pointers.segment(field.getKey());
                if (entry.name().source().file().equals(file)) {
                    places.name(below, place(entry.name()));
                }
                object.set(field.getKey(), tree(entry.value(), below, entry.written()));
            }
            return object;
        }
        if (value instanceof Sequence sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Entry entry : sequence.entries()) {
                array.add(tree(entry.value(), pointer + "/" + array.size(), entry.written()));
            }
            return array;
        }
        return Values.json(value);
    }

    private Place place(Span at) {
        return lines.place(at.source().original().applyAsInt(at.start()));
    }

    /** The characters of a text with their offsets in a file; those from elsewhere are where the last one before them is. */
    private static MappedText mapped(Text text, String file, boolean yaml) {
        MappedText.Builder mapped = new MappedText.Builder();
        boolean quoted = false;
        int hole = 0;
        int offset = 0;
        int piece = 0;
        String plain = text.text();
        for (int i = 0; i < plain.length(); i++) {
            while (piece + 1 < text.pieces().size()
                    && text.pieces().get(piece + 1).from() <= i) {
                piece++;
            }
            offset = offset(text.pieces(), piece, i, file, offset);
            char c = plain.charAt(i);
            if (!yaml && hole < text.holes().size() && text.holes().get(hole).from() == i) {
                Hole here = text.holes().get(hole++);
                String name = plain.substring(here.from(), here.to());
                String json = JsonNodeFactory.instance.textNode(name).toString();
                mapped.append(quoted ? json.substring(1, json.length() - 1) : json, offset);
                i = here.to() - 1;
                continue;
            }
            if (c == '\\' && quoted && i + 1 < plain.length()) {
                mapped.append(c, offset);
                c = plain.charAt(++i);
            } else if (c == '"') {
                quoted = !quoted;
            }
            mapped.append(c, offset);
        }
        return mapped.build();
    }

    private static int offset(List<Piece> pieces, int index, int i, String file, int before) {
        if (index >= pieces.size()) {
            return before;
        }
        Piece piece = pieces.get(index);
        Span at = piece.at();
        if (!at.source().file().equals(file)) {
            return before;
        }
        return at.source().original().applyAsInt(at.start() + (piece.verbatim() ? i - piece.from() : 0));
    }

    /** A file as a text. */
    static Text verbatim(Span whole) {
        return new Text(whole.text(), List.of(new Piece(0, whole, true)), List.of(), false, whole);
    }

    /** A text as a source of its own, in the file where it is written. */
    static Source source(Text text) {
        Span first = text.pieces().isEmpty() ? text.at() : text.pieces().get(0).at();
        MappedText mapped = mapped(text, first.source().file(), true);
        return new Source(first.source().file(), text.text(), mapped::original);
    }
}
