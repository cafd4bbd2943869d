package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.assertj.error.ShouldCover;
import io.github.asltestkit.assertj.error.ShouldCoverAtLeast;
import io.github.asltestkit.assertj.error.ShouldHaveState;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageItem;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.coverage.ItemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Assertions on what executions took of definitions. */
@API(status = EXPERIMENTAL, since = "0.1")
public class CoverageAssert extends AslAssert<CoverageAssert, Coverage> {

    /** Asserts on the coverage of any number of definitions. */
    public CoverageAssert(@Nullable Coverage actual) {
        super(actual, CoverageAssert.class);
    }

    /** Asserts on the coverage of one definition. */
    public CoverageAssert(@Nullable DefinitionCoverage actual) {
        this(actual == null ? null : Coverage.of(List.of(actual)));
    }

    /** At least that part of all items was taken, in percent, from 0 to 100. */
    public CoverageAssert isAtLeast(double percent) {
        return check(() -> actual.ratio().percent() >= percent, () -> ShouldCoverAtLeast.of(actual, percent));
    }

    /** Every item was taken. */
    public CoverageAssert isComplete() {
        return covers("everything", item -> true);
    }

    /** Every item of these kinds was taken, such as each {@link ItemKind#CATCHER}. */
    public CoverageAssert coversAll(ItemKind... kinds) {
        List<ItemKind> wanted = List.of(kinds);
        String what =
                "each " + String.join(", ", wanted.stream().map(ItemKind::name).toList());
        return covers(what, item -> wanted.contains(item.kind()));
    }

    /** Everything that a state has to take was taken, nested states too: its name alone. */
    public CoverageAssert coversState(String state) {
        return check(
                        () -> items(item -> isWithin(item, state), true).size()
                                        + items(item -> isWithin(item, state), false)
                                                .size()
                                > 0,
                        () -> ShouldHaveState.of(actual, state))
                .covers("all of " + state, item -> isWithin(item, state));
    }

    private static boolean isWithin(CoverageItem item, String state) {
        String name = "/States/" + state.replace("~", "~0").replace("/", "~1");
        return item.pointer().endsWith(name) || item.pointer().contains(name + "/");
    }

    private CoverageAssert covers(String what, Predicate<CoverageItem> wanted) {
        return check(
                () -> items(wanted, false).isEmpty(),
                () -> ShouldCover.of(actual, what, items(wanted, true).size(), items(wanted, false)));
    }

    private List<CoverageItem> items(Predicate<CoverageItem> wanted, boolean taken) {
        List<CoverageItem> found = new ArrayList<>();
        for (DefinitionCoverage definition : actual.definitions()) {
            List<CoverageItem> items = definition.outline().items();
            for (int i = 0; i < items.size(); i++) {
                if (wanted.test(items.get(i)) && definition.hits(i) > 0 == taken) {
                    found.add(items.get(i));
                }
            }
        }
        return found;
    }
}
