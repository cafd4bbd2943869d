package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.diagnostic.Location;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tree and the place of each of its values in the text it was read from.
 *
 * @param name the file
 * @param json the tree, or a part of the file's tree
 * @param root the pointer of that part within the file's tree; empty for the whole
 * @param places the places of values by pointer within the file's tree, and of the names of fields by {@link #name}
 */
record PlacedJson(String name, JsonNode json, LineIndex lines, String root, Map<String, Place> places)
        implements DefinitionSource {

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
        Place place = places.get(name(root + pointer));
        return place == null ? locate(pointer) : new Location(name, place.line(), place.column(), pointer);
    }

    /** The key under which the place of a field's name is kept: no pointer, as those are empty or begin with a slash. */
    static String name(String pointer) {
        return "name of " + pointer;
    }

    /** Says of a field that occurs twice where it occurs first. */
    static String firstAt(Map<String, Place> places, String pointer) {
        Place first = Objects.requireNonNull(places.get(name(pointer)));
        return "the first is at " + first.line() + ":" + first.column();
    }

    private @Nullable Place place(String pointer) {
        String known = root + pointer;
        Place place = places.get(known);
        while (place == null && !known.isEmpty()) {
            known = known.substring(0, Math.max(0, known.lastIndexOf('/')));
            place = places.get(known);
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
