package io.github.asltestkit.mutation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.internal.message.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;

/** The score for the console: at most 119 columns, ASCII. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class MutationTable {
    private static final int MOST_TOLD = 20;

    private MutationTable() {}

    /** A line for each definition, and below it the mutants that nobody noticed, 20 at most, each with what would notice it. */
    public static String text(MutationScore score) {
        StringBuilder text = new StringBuilder();
        List<String> names = score.definitions().stream()
                .map(definition -> Text.shortened(definition.outline().name(), 50))
                .toList();
        int width = Math.max(10, names.stream().mapToInt(String::length).max().orElse(0));
        for (int i = 0; i < names.size(); i++) {
            DefinitionMutation definition = score.definitions().get(i);
            text.append(pad(names.get(i), width))
                    .append(String.format(
                            Locale.ROOT, "  %5s %%", definition.score().percentText()))
                    .append("  ")
                    .append(counts(definition))
                    .append('\n');
            List<String> told = new ArrayList<>();
            for (MutantResult result : definition.undetected()) {
                told.add(line(definition, result, "    ") + "\n"
                        + String.join("\n", indented(result.mutant().advice(), "        ")));
            }
            for (MutantResult result : definition.of(MutantStatus.TOOLKIT_ERROR)) {
                told.add("    The toolkit failed with the mutant \""
                        + result.mutant().id() + "\": " + result.reason());
            }
            firstOf(told, MOST_TOLD, "    ").forEach(line -> text.append(line).append('\n'));
        }
        if (score.definitions().size() > 1) {
            text.append(pad("all", width))
                    .append(String.format(Locale.ROOT, "  %5s %%", score.score().percentText()))
                    .append("  ")
                    .append(score.score().covered())
                    .append(" of ")
                    .append(score.score().total())
                    .append(" mutants noticed\n");
        }
        return text.toString();
    }

    private static String counts(DefinitionMutation definition) {
        Map<MutantStatus, String> words = new LinkedHashMap<>();
        words.put(MutantStatus.SURVIVED, "survived");
        words.put(MutantStatus.NO_COVERAGE, "not reached");
        words.put(MutantStatus.TIMEOUT, "timed out");
        words.put(MutantStatus.TOOLKIT_ERROR, "made the toolkit fail");
        words.put(MutantStatus.IGNORED, "ignored");
        words.put(MutantStatus.PENDING, "not run");
        StringBuilder text = new StringBuilder(
                definition.score().covered() + " of " + definition.score().total() + " mutants noticed");
        words.forEach((status, word) -> {
            int number = definition.of(status).size();
            if (number > 0) {
                text.append(", ").append(number).append(' ').append(word);
            }
        });
        return text.toString();
    }

    /** The place and the id of a mutant. */
    static String line(DefinitionMutation definition, MutantResult result, String indent) {
        Mutant mutant = result.mutant();
        String place = definition.outline().name() + ":" + mutant.line() + ":" + mutant.column();
        String unreached = result.status() == MutantStatus.NO_COVERAGE ? " (no test reaches it)" : "";
        String further = indent + " ".repeat(Math.min(place.length(), 40) + 2);
        List<String> lines = Text.wrap(mutant.id() + unreached, Math.max(30, Text.WIDTH - further.length()));
        return indent + place + "  " + String.join("\n" + further, lines);
    }

    private static List<String> indented(String text, String indent) {
        return Text.wrap(text, Text.WIDTH - indent.length()).stream()
                .map(line -> indent + line)
                .toList();
    }

    static List<String> firstOf(List<String> all, int most, String indent) {
        if (all.size() <= most) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, most));
        first.add(indent + "and " + (all.size() - most) + " more");
        return first;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
