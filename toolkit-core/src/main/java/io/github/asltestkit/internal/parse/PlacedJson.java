package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.diagnostic.Location;
import java.util.List;
import java.util.Map;

/** A tree and the place of each of its values in the text it was read from. */
record PlacedJson(String name, JsonNode json, List<String> lines, Map<String, Place> places)
        implements DefinitionSource {

    /** A line and a column, both counted from 1. */
    record Place(int line, int column) {}

    PlacedJson {
        lines = List.copyOf(lines);
        places = Map.copyOf(places);
    }

    @Override
    public Location locate(String pointer) {
        String known = pointer;
        Place place = places.get(known);
        while (place == null && !known.isEmpty()) {
            known = known.substring(0, known.lastIndexOf('/'));
            place = places.get(known);
        }
        return place == null
                ? new Location(name, 0, 0, pointer)
                : new Location(name, place.line(), place.column(), pointer);
    }

    @Override
    public String line(int number) {
        return number < 1 || number > lines.size() ? "" : lines.get(number - 1);
    }

    /** A segment as a JSON pointer writes it. */
    static String escape(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }
}
