package io.github.asltestkit.inspection;

import io.github.asltestkit.definition.StateType;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where an event stands: in a line of states, and in which stay of it. */
record Position(Branch branch, @Nullable StateVisit visit) {

    static Position of(StateVisit visit) {
        return new Position(visit.branch(), visit);
    }

    /** The innermost stay around it that is meant. */
    @Nullable
    StateVisit around(Predicate<StateVisit> meant) {
        Branch line = branch;
        StateVisit stay = visit;
        while (true) {
            if (stay != null && meant.test(stay)) {
                return stay;
            }
            stay = line.parent();
            if (stay == null) {
                return null;
            }
            line = stay.branch();
        }
    }

    /** The innermost stay around it, in a state of a type, that is not over. */
    @Nullable
    StateVisit open(StateType type) {
        return around(stay -> stay.isOpen() && stay.type() == type);
    }

    /** The innermost stay around it, in a state of a name, that is not over. */
    @Nullable
    StateVisit open(@Nullable String name) {
        return around(stay -> stay.isOpen() && stay.name().equals(name));
    }

    /** The last attempt of the stay, or null. */
    @Nullable
    Attempt attempt() {
        return visit == null ? null : visit.lastAttempt();
    }
}
