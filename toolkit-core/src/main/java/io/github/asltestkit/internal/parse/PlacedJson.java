package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/**
 * A tree and the place of each of its values in the text it was read from.
 *
 * @param name the file
 * @param json the tree, or a part of the file's tree
 * @param root the pointer of that part within the file's tree; empty for the whole
 * @param places the places of values and of the names of fields, by pointer within the file's tree
 */
record PlacedJson(String name, JsonNode json, LineIndex lines, String root, Places places) implements DefinitionSource {

    /** A line and a column, both counted from 1. */
    record Place(int line, int column) {}

    @Override
    public Location locate(String pointer) {
        Place place = place(pointer);
        return place == null
                ? new Location(name, 0, 0, pointer)
                : new Location(name, place.line(), place.column(), pointer);
    }

    @Override
    public Location locateName(String pointer) {
        Place place = places.name(root + pointer);
        return place == null ? locate(pointer) : new Location(name, place.line(), place.column(), pointer);
    }

    private @Nullable Place place(String pointer) {
        String known = root + pointer;
        Place place = places.value(known);
        while (place == null && !known.isEmpty()) {
            known = known.substring(0, Math.max(0, known.lastIndexOf('/')));
            place = places.value(known);
        }
        return place;
    }

    /** Where the value at a pointer begins in the text. */
    int offset(String pointer) {
        Place place = place(pointer);
        return place == null ? 0 : lines.offset(place);
    }

    @Override
    public String line(int number) {
        return lines.line(number);
    }

    /** Another tree, whose values stand where those of a part of this one do. */
    PlacedJson part(String pointer, JsonNode tree) {
        return new PlacedJson(name, tree, lines, root + pointer, places);
    }
}
