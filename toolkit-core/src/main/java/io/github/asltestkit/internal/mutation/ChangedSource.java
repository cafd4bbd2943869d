package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.diagnostic.Location;
import java.util.List;

/** The source of a changed definition: another tree, whose values stand where those of the original do. */
record ChangedSource(DefinitionSource original, List<Edit> edits, JsonNode json) implements DefinitionSource {

    static ChangedSource of(DefinitionSource original, List<Edit> edits) {
        return new ChangedSource(original, edits, Edit.apply(edits, original.json()));
    }

    @Override
    public String name() {
        return original.name();
    }

    @Override
    public Location locate(String pointer) {
        return at(original.locate(before(pointer)), pointer);
    }

    @Override
    public Location locateName(String pointer) {
        return at(original.locateName(before(pointer)), pointer);
    }

    private static Location at(Location place, String pointer) {
        return new Location(place.source(), place.line(), place.column(), pointer);
    }

    private String before(String pointer) {
        String before = pointer;
        for (int i = edits.size() - 1; i >= 0; i--) {
            before = edits.get(i).before(before);
        }
        return before;
    }

    @Override
    public String line(int number) {
        return original.line(number);
    }
}
