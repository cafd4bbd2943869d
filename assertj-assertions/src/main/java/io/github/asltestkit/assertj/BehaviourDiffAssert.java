package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.BehaviourDiff;
import io.github.asltestkit.assertj.error.ShouldBeStateOfDiff;
import io.github.asltestkit.assertj.error.ShouldDifferOnlyIn;
import io.github.asltestkit.assertj.error.ShouldHaveNoDifference;
import io.github.asltestkit.diff.Difference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Assertions on what a change of a definition changes. A failure shows each difference with its smallest example. */
@API(status = EXPERIMENTAL, since = "0.1")
public class BehaviourDiffAssert extends AslAssert<BehaviourDiffAssert, BehaviourDiff> {

    /** Asserts on a comparison of two definitions. */
    public BehaviourDiffAssert(@Nullable BehaviourDiff actual) {
        super(actual, BehaviourDiffAssert.class);
    }

    /** Both definitions behave the same in every scenario. Pass states that are billed are no difference. */
    public BehaviourDiffAssert hasNoDifference() {
        return check(() -> !actual.hasDifference(), () -> ShouldHaveNoDifference.of(actual));
    }

    /**
     * These states decide all differences; see {@link Difference#state()}. It holds as well if there is none.
     *
     * @param states names of states of the old or the new definition, nested or not
     */
    public BehaviourDiffAssert differsOnlyIn(String... states) {
        List<String> allowed = List.of(states);
        return check(() -> names().containsAll(allowed), () -> ShouldBeStateOfDiff.of(actual, allowed, names()))
                .check(
                        () -> elsewhere(allowed).isEmpty(),
                        () -> ShouldDifferOnlyIn.of(actual, allowed, elsewhere(allowed)));
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>(actual.before().definition().stateNames());
        names.addAll(actual.after().definition().stateNames());
        return names;
    }

    private List<Difference> elsewhere(List<String> allowed) {
        return actual.differences().stream()
                .filter(difference -> !allowed.contains(difference.state()))
                .toList();
    }
}
