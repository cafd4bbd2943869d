package io.github.asltestkit.internal.diff;

import io.github.asltestkit.diff.Difference;
import io.github.asltestkit.internal.diff.Comparer.Result;
import io.github.asltestkit.internal.message.Text;
import java.util.List;
import java.util.Locale;

/** The differences as Markdown, for a comment on a pull request. */
public final class DiffMarkdown {
    private static final int LONGEST_INPUT = 2_000;

    private DiffMarkdown() {}

    /** The comment. */
    public static String of(String source, Result result) {
        StringBuilder text = new StringBuilder("### Behaviour of `" + source.replace("`", "'") + "`\n\n");
        String verdict = DiffText.verdict(result);
        text.append(verdict.substring(0, 1).toUpperCase(Locale.ROOT))
                .append(verdict.substring(1))
                .append(".\n");
        List<Difference> differences = result.differences();
        if (!differences.isEmpty()) {
            text.append("\n| | scenario | behaviour | where |\n|---|---|---|---|\n");
            for (int i = 0; i < differences.size(); i++) {
                Difference difference = differences.get(i);
                text.append("| ").append(i + 1);
                text.append(" | ").append(cell(DiffText.name(difference)));
                text.append(" | ").append(cell(DiffText.behaviour(difference)).replace(" -&gt; ", " → "));
                text.append(" | ").append(where(difference)).append(" |\n");
            }
            text.append("\n<details><summary>Inputs</summary>\n\n");
            for (int i = 0; i < differences.size(); i++) {
                String input = differences.get(i).example().input().toString();
                text.append(i + 1)
                        .append(". ")
                        .append(code(Text.cut(input, LONGEST_INPUT)))
                        .append('\n');
            }
            text.append("\n</details>\n\n")
                    .append("Compared over ")
                    .append(DiffText.extent(result))
                    .append(".\n");
        }
        DiffText.notes(result)
                .forEach(note -> text.append('\n').append(cell(note)).append('\n'));
        return text.toString();
    }

    private static String where(Difference difference) {
        String place = code(difference.place());
        return difference.change() == null ? place : place + "<br>" + cell(difference.change());
    }

    /** A text in a table, of which nothing is markup. */
    private static String cell(String text) {
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            switch (at) {
                case '|', '*', '_', '`', '[', ']', '\\', '#', '~' ->
                    cell.append('\\').append(at);
                case '<' -> cell.append("&lt;");
                case '>' -> cell.append("&gt;");
                case '&' -> cell.append("&amp;");
                case '\n', '\r' -> cell.append(' ');
                default -> cell.append(at);
            }
        }
        return cell.toString();
    }

    private static String code(String text) {
        String mark = text.contains("`") ? "``" : "`";
        return mark + text.replace("|", "\\|").replaceAll("\\s+", " ") + mark;
    }
}
