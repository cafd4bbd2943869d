package io.github.asltestkit.diagnostic;

/**
 * Where something stands in a user's file.
 *
 * @param source the file or resource as the user named it
 * @param line the line, counted from 1; 0 where only the pointer is known
 * @param column the column in UTF-16 units, counted from 1; 0 where only the pointer is known
 * @param pointer the JSON pointer within the definition, such as {@code /States/Charge/Next}
 */
public record Location(String source, int line, int column, String pointer) {

    /** {@code source:line:column}, as an IDE's console recognises it; without a line, the source alone. */
    public String place() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }

    @Override
    public String toString() {
        return pointer.isEmpty() ? place() : place() + "  " + pointer;
    }
}
