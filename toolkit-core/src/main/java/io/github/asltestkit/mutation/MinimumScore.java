package io.github.asltestkit.mutation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.coverage.Ratio;
import io.github.asltestkit.internal.message.Facts;
import io.github.asltestkit.internal.message.Text;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How many mutants are to be noticed at least.
 *
 * @param percent of the mutants that count, from 0 to 100
 * @param askedBy what asks for it, as a message names it: {@code @RequireMutationScore of OrderTest}
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record MinimumScore(double percent, String askedBy) {
    /** More is not told, so that what is told is read. */
    private static final int MOST_TOLD = 50;

    /**
     * A minimum.
     *
     * @throws IllegalArgumentException if it is no percentage
     */
    public MinimumScore {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException(
                    "A minimum mutation score is from 0 to 100 percent, but " + askedBy + " asks for " + percent);
        }
    }

    /** What is said if a definition falls short, with the mutants that nobody noticed; null if it does not. */
    public @Nullable String shortfall(DefinitionMutation definition) {
        return shortfall(definition.outline().name(), definition.score(), List.of(definition));
    }

    /** What is said if all definitions together fall short, with the mutants that nobody noticed; null if they do not. */
    public @Nullable String shortfall(MutationScore all) {
        List<DefinitionMutation> definitions = all.definitions();
        String what = definitions.size() == 1
                ? definitions.get(0).outline().name()
                : "all " + definitions.size() + " definitions";
        return shortfall(what, all.score(), definitions);
    }

    private @Nullable String shortfall(String what, Ratio score, List<DefinitionMutation> definitions) {
        if (score.percent() >= percent) {
            return null;
        }
        List<String> told = new ArrayList<>();
        definitions.forEach(definition ->
                definition.undetected().forEach(result -> told.add(MutationTable.line(definition, result, "    "))));
        int wanted = (int) Math.ceil(percent * score.total() / 100 - 1e-9);
        return "The tests notice " + score.percentText() + " % of the mutants of " + Text.cut(what, 60)
                + ", less than " + percentage() + " %.\n\n"
                + new Facts()
                        .cut("noticed", score.covered() + " of " + score.total())
                        .cut("wanted", wanted + " of " + score.total() + ", by " + askedBy)
                        .text()
                + "\n  nobody noticed:\n" + String.join("\n", MutationTable.firstOf(told, MOST_TOLD, "    "))
                + "\n\nAssert what is named above, name equal mutants in @IgnoreMutants, or ask for less.";
    }

    private String percentage() {
        return percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
    }
}
