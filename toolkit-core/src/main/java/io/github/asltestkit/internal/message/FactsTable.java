package io.github.asltestkit.internal.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Facts one below the other, aligned in columns.
 *
 * <pre>{@code
 *   HeartbeatSeconds   600   set +0s   due +15m
 *   TimeoutSeconds    3600   set +0s   due +1h
 * }</pre>
 */
public final class FactsTable {
    private static final String GAP = "   ";

    private final String indent;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table whose rows all begin with {@code indent} blanks. */
    public FactsTable(int indent) {
        this.indent = " ".repeat(indent);
    }

    /** Adds a row; rows may have different numbers of cells. */
    public FactsTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The rows, each ended by a line feed; numbers are aligned on the right, without trailing blanks. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String blanks = " ".repeat(width(column) - cell.length());
                line.append(column == 0 ? "" : GAP);
                line.append(isNumber(cell) ? blanks + cell : cell + blanks);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** The facts of a row as {@code name: value} with the colons aligned. */
    public static String labelled(int indent, String... namesAndValues) {
        int width = 0;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            width = Math.max(width, namesAndValues[i].length());
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            String name = namesAndValues[i];
            text.append(" ".repeat(indent + width - name.length()))
                    .append(name)
                    .append(": ")
                    .append(namesAndValues[i + 1].replace("\n", "\n" + " ".repeat(indent + width + 2)))
                    .append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }

    private static boolean isNumber(String cell) {
        return !cell.isEmpty() && cell.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
    }
}
