package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.diagnostic.Location;
import org.apiguardian.api.API;

/** The text a definition came from: its name, its tree, its lines, and where each value of the tree stands. */
@API(status = MAINTAINED, since = "0.1")
public interface DefinitionSource {

    /** The file or resource as the user named it. */
    String name();

    /** The definition as a tree, after substitutions. Not to be changed. */
    JsonNode json();

    /** The place of the value at a JSON pointer; the nearest enclosing place that is known where there is none. */
    Location locate(String pointer);

    /** The place of the name of the field at a JSON pointer; of its value where the name's place is not known. */
    default Location locateName(String pointer) {
        return locate(pointer);
    }

    /** A line of the file as written, counted from 1; empty past the end. */
    String line(int number);
}
