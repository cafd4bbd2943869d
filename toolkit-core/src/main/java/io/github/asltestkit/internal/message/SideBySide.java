package io.github.asltestkit.internal.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Two columns, with a mark at the rows that differ.
 *
 * <pre>{@code
 *   recorded    | replayed
 *   ------------+------------
 *   ShipOrder   | RefundOrder   <<<<< differs
 * }</pre>
 */
public final class SideBySide {
    private static final int COLUMN = 47;

    private record Row(String left, String right, String mark) {}

    private final List<Row> rows = new ArrayList<>();
    private final String leftTitle;
    private final String rightTitle;

    public SideBySide(String leftTitle, String rightTitle) {
        this.leftTitle = leftTitle;
        this.rightTitle = rightTitle;
    }

    /** A row that is the same on both sides. */
    public SideBySide row(String left, String right) {
        return row(left, right, "");
    }

    /** A row; {@code mark} says what differs, and is empty where nothing does. */
    public SideBySide row(String left, String right, String mark) {
        rows.add(new Row(Text.shortened(left, COLUMN), Text.shortened(right, COLUMN), Text.ascii(mark)));
        return this;
    }

    /** The table, each line ended by a line feed. */
    public String text() {
        int left = leftTitle.length();
        int right = rightTitle.length();
        for (Row row : rows) {
            left = Math.max(left, row.left.length());
            right = Math.max(right, row.right.length());
        }
        StringBuilder text = new StringBuilder();
        line(text, left, leftTitle, rightTitle);
        text.append("  ")
                .append("-".repeat(left + 1))
                .append('+')
                .append("-".repeat(right + 1))
                .append('\n');
        for (Row row : rows) {
            String marked = row.mark.isEmpty() ? row.right : pad(row.right, right) + "   <<<<< " + row.mark;
            line(text, left, row.left, marked);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, int width, String left, String right) {
        String line = "  " + pad(left, width) + " | " + right;
        text.append(Text.cut(line.stripTrailing(), Text.WIDTH)).append('\n');
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
