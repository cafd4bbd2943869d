package io.github.asltestkit.diagnostic;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Set;
import org.apiguardian.api.API;

/**
 * Where something stands in a user's file.
 *
 * @param source the file or resource as the user named it
 * @param line the line, counted from 1; 0 where only the pointer is known
 * @param column the column in UTF-16 units, counted from 1; 0 where only the pointer is known
 * @param pointer the JSON pointer within the definition, such as {@code /States/Charge/Next}
 */
@API(status = MAINTAINED, since = "0.1")
public record Location(String source, int line, int column, String pointer) {
    private static final Set<String> ARRAYS =
            Set.of("Branches", "Choices", "Catch", "Retry", "And", "Or", "ErrorEquals");

    /** {@code source:line:column}, as an IDE's console recognises it; without a line, the source alone. */
    public String place() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }

    /**
     * The pointer as the Step Functions API writes locations: {@code /} for the whole definition, names as they are, and
     * the positions in arrays in brackets, as in {@code /States/Pick/Choices[0]/Next}.
     */
    public String awsLocation() {
        if (pointer.isEmpty()) {
            return "/";
        }
        StringBuilder location = new StringBuilder();
        String before = "";
        for (String segment : pointer.substring(1).split("/", -1)) {
            String name = segment.replace("~1", "/").replace("~0", "~");
            if (ARRAYS.contains(before) && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
                location.append('[').append(name).append(']');
            } else {
                location.append('/').append(name);
            }
            before = name;
        }
        return location.toString();
    }

    @Override
    public String toString() {
        return pointer.isEmpty() ? place() : place() + "  " + pointer;
    }
}
