package io.github.asltestkit.internal.diff;

import io.github.asltestkit.diff.Course;
import io.github.asltestkit.diff.Difference;
import io.github.asltestkit.diff.DifferenceKind;
import io.github.asltestkit.diff.ScenarioKind;
import io.github.asltestkit.internal.diff.Comparer.Result;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The differences as a table of text, of at most 119 columns. */
public final class DiffText {
    private static final String INDENT = "       ";

    private DiffText() {}

    /** The table, with its heading. */
    public static String of(String source, Result result) {
        StringBuilder text =
                new StringBuilder(source).append(": ").append(verdict(result)).append('\n');
        int number = 0;
        for (Difference difference : result.differences()) {
            text.append(Text.cut(String.format("%3d  %s", ++number, name(difference)), Text.WIDTH))
                    .append('\n');
            text.append(Text.cut(INDENT + behaviour(difference), Text.WIDTH)).append('\n');
            text.append(Text.cut(INDENT + why(difference), Text.WIDTH)).append('\n');
        }
        notes(result).forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    static String verdict(Result result) {
        int all = all(result);
        if (result.differences().isEmpty()) {
            return "no difference over " + extent(result);
        }
        return result.differing() + " of " + all + (all == 1 ? " scenario" : " scenarios")
                + (result.differing() == 1 ? " behaves" : " behave") + " differently, in "
                + result.differences().size()
                + (result.differences().size() == 1 ? " way" : " ways");
    }

    private static int all(Result result) {
        return result.scenarios().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many scenarios of which kinds. */
    public static String extent(Result result) {
        int all = all(result);
        List<String> kinds = new ArrayList<>();
        for (ScenarioKind kind : ScenarioKind.values()) {
            int number = result.scenarios().getOrDefault(kind, 0);
            if (number > 0) {
                kinds.add(kind.counted(number));
            }
        }
        return all + (all == 1 ? " scenario: " : " scenarios: ") + String.join(", ", kinds);
    }

    static List<String> notes(Result result) {
        List<String> notes = new ArrayList<>();
        int billed = result.billedOtherwise();
        if (billed > 0) {
            notes.add(
                    billed == 1
                            ? "1 scenario behaves the same, and is billed for another number of Pass states."
                            : billed + " scenarios behave the same, and are billed for another number of Pass states.");
        }
        if (!result.complete()) {
            notes.add("The limit was reached: there are more scenarios than these " + all(result) + ".");
        }
        return notes;
    }

    static String name(Difference difference) {
        int more = difference.scenarios() - 1;
        return difference.example().name() + (more == 0 ? "" : " (+" + more + ")");
    }

    /** What the example does, before and after. */
    static String behaviour(Difference difference) {
        StringBuilder text = new StringBuilder(difference.before() + " -> " + difference.after());
        Course old = difference.old();
        Course current = difference.current();
        boolean ends = !old.waitsForTheQuota() && !current.waitsForTheQuota();
        if (difference.kind() != DifferenceKind.TIME && ends && !old.elapsed().equals(current.elapsed())) {
            text.append("; ").append(at(old.elapsed())).append(" -> ").append(at(current.elapsed()));
        }
        if (old.transitions() != current.transitions()) {
            text.append("; ")
                    .append(old.transitions())
                    .append(" -> ")
                    .append(current.transitions())
                    .append(" transitions");
        }
        return text.toString();
    }

    private static String at(Duration elapsed) {
        return "+" + Times.text(elapsed);
    }

    /** What decided: the state, and what is different there. */
    static String why(Difference difference) {
        return difference.change() == null ? difference.place() : difference.place() + "  " + difference.change();
    }
}
