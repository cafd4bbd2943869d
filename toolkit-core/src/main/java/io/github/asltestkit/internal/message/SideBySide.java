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
    /** The most characters of a column. */
    public static final int COLUMN = 47;

    private record Row(String left, String right, String mark, String detail) {}

    private final List<Row> rows = new ArrayList<>();
    private final String leftTitle;
    private final String rightTitle;

    private final String indent;

    public SideBySide(String leftTitle, String rightTitle) {
        this(2, leftTitle, rightTitle);
    }

    /** A table whose lines begin with {@code indent} blanks. */
    public SideBySide(int indent, String leftTitle, String rightTitle) {
        this.indent = " ".repeat(indent);
        this.leftTitle = leftTitle;
        this.rightTitle = rightTitle;
    }

    /** A row that is the same on both sides. */
    public SideBySide row(String left, String right) {
        return row(left, right, "");
    }

    /** A row; {@code mark} says what differs, and is empty where nothing does. */
    public SideBySide row(String left, String right, String mark) {
        return row(left, right, mark, "");
    }

    /** A row with a mark that is followed by a detail, if there is room for it. */
    public SideBySide row(String left, String right, String mark, String detail) {
        rows.add(new Row(
                Text.shortened(left, COLUMN), Text.shortened(right, COLUMN), Text.ascii(mark), Text.ascii(detail)));
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
        text.append(indent)
                .append("-".repeat(left + 1))
                .append('+')
                .append("-".repeat(right + 1))
                .append('\n');
        for (Row row : rows) {
            String marked = row.mark.isEmpty() ? row.right : pad(row.right, right) + "   <<<<< " + row.mark;
            boolean fits = indent.length() + left + 3 + marked.length() + row.detail.length() <= Text.WIDTH;
            line(text, left, row.left, fits ? marked + row.detail : marked);
        }
        return text.toString();
    }

    private void line(StringBuilder text, int width, String left, String right) {
        String line = indent + pad(left, width) + " | " + right;
        text.append(Text.cut(line.stripTrailing(), Text.WIDTH)).append('\n');
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
