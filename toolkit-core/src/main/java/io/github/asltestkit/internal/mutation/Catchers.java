package io.github.asltestkit.internal.mutation;

import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.internal.spec.ErrorMatcher;
import java.util.List;
import java.util.Objects;

/** What the operators that change Catchers have in common. */
final class Catchers {
    private Catchers() {}

    /**
     * Whether an error that a Catcher no longer names comes to the same: a later one matches it, and that one and all between them
     * do what it does.
     */
    static boolean caughtAlikeWithout(List<Catcher> catchers, int index, String error) {
        Catcher catcher = catchers.get(index);
        for (Catcher later : catchers.subList(index + 1, catchers.size())) {
            if (!doTheSame(catcher, later)) {
                return false;
            }
            if (new ErrorMatcher(later.errorEquals()).matches(error, false)) {
                return true;
            }
        }
        return false;
    }

    private static boolean doTheSame(Catcher one, Catcher other) {
        return one.next().equals(other.next())
                && Objects.equals(one.resultPath(), other.resultPath())
                && Objects.equals(one.output(), other.output())
                && Objects.equals(one.assign(), other.assign());
    }
}
