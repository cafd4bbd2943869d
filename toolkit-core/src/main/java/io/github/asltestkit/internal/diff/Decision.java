package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.internal.diff.Observation.Call;
import io.github.asltestkit.internal.diff.Observation.Visit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The place at which two runs part, and what is different there in the definitions.
 *
 * @param state the state's name; empty for the machine
 * @param place where it stands
 * @param change what is different there, or null
 */
record Decision(String state, String place, @Nullable String change) {

    /** A stay before which, or in which, they part: in the old run and in the new one, or in one of them. */
    private record Point(@Nullable Visit old, @Nullable Visit current) {}

    static Decision of(Observation before, Observation after, Definition old, Definition current, Departure found) {
        Point point = point(before, after, found);
        Visit left = point.old();
        Visit right = point.current();
        if (left == null && right == null) {
            return ofMachine(old, current);
        }
        String oldPointer = left == null ? null : left.pointer();
        String pointer = right == null ? null : right.pointer();
        String decidedBy =
                left != null && left.decidedBy() != null ? left.decidedBy() : right == null ? null : right.decidedBy();
        String change = change(at(old, oldPointer), at(current, pointer), decidedBy);
        if (change == null) {
            Decision around = around(old, current, oldPointer, pointer);
            if (around != null) {
                return around;
            }
        }
        Visit shown = right == null ? Objects.requireNonNull(left) : right;
        Definition of = right == null ? old : current;
        return new Decision(shown.name(), place(of, shown.pointer()), change);
    }

    private static String place(Definition definition, String pointer) {
        return definition.locate(pointer).toString();
    }

    // ---- where they part -------------------------------------------------------------------------------------

    private static Point point(Observation before, Observation after, Departure found) {
        Point first = null;
        for (Visit visit : before.visits()) {
            Point point = pointIn(visit, before, after);
            boolean deeper = first != null
                    && first.old() != null
                    && visit.line().startsWith(first.old().path());
            if (point != null && (first == null || deeper)) {
                first = point;
            }
        }
        if (first != null) {
            return first;
        }
        for (Map.Entry<String, List<Visit>> line : after.lines().entrySet()) {
            List<Visit> left = before.lines().getOrDefault(line.getKey(), List.of());
            List<Visit> right = line.getValue();
            if (right.size() > left.size()) {
                return left.isEmpty()
                        ? new Point(null, right.get(0))
                        : new Point(left.get(left.size() - 1), right.get(left.size() - 1));
            }
        }
        return ofCall(before, after, found);
    }

    /** How two runs part at one stay of the old run; null if they do not. */
    private static @Nullable Point pointIn(Visit visit, Observation before, Observation after) {
        List<Visit> left = before.lines().getOrDefault(visit.line(), List.of());
        List<Visit> right = after.lines().getOrDefault(visit.line(), List.of());
        int at = left.indexOf(visit);
        for (int i = 0; i < at; i++) {
            if (i >= right.size() || !left.get(i).name().equals(right.get(i).name())) {
                return null; // they parted before
            }
        }
        Visit same = at < right.size() ? right.get(at) : null;
        if (same != null && same.isLike(visit)) {
            return null;
        }
        if (same != null && same.name().equals(visit.name())) {
            return new Point(visit, same);
        }
        return at == 0 ? containing(visit, before, after) : new Point(left.get(at - 1), right.get(at - 1));
    }

    /** A line of states that begins otherwise, or does not begin: the state around it decides. */
    private static Point containing(Visit visit, Observation before, Observation after) {
        return new Point(container(visit, before), container(visit, after));
    }

    private static @Nullable Visit container(Visit visit, Observation seen) {
        String line = visit.line();
        return seen.visits().stream()
                .filter(one -> !line.isEmpty() && line.startsWith(one.path() + "["))
                .reduce(null, (outer, inner) -> inner);
    }

    /** Where no stay differs, as in child executions, a call may. */
    private static Point ofCall(Observation before, Observation after, Departure found) {
        String path = found.state();
        for (int i = 0;
                path == null
                        && i < Math.min(before.calls().size(), after.calls().size());
                i++) {
            Call left = before.calls().get(i);
            path = left.equals(after.calls().get(i)) ? null : left.path();
        }
        String name = path == null ? "" : path;
        Visit old = holder(name, before);
        Visit current = holder(name, after);
        return new Point(old, current);
    }

    private static @Nullable Visit holder(String path, Observation seen) {
        return seen.visits().stream()
                .filter(visit -> path.equals(visit.path()) || path.startsWith(visit.path() + "["))
                .reduce(null, (outer, inner) -> inner);
    }

    // ---- what is different there -----------------------------------------------------------------------------

    private static @Nullable JsonNode at(Definition definition, @Nullable String pointer) {
        return pointer == null ? null : definition.json().at(pointer);
    }

    private static Decision ofMachine(Definition old, Definition current) {
        String change = change(old.json(), current.json(), null);
        return new Decision("", place(current, ""), change);
    }

    /** A state around the one that differs, or the machine, if that is where the definitions differ. */
    private static @Nullable Decision around(
            Definition old, Definition current, @Nullable String oldPointer, @Nullable String pointer) {
        if (oldPointer == null || pointer == null) {
            return null;
        }
        String left = outer(oldPointer);
        String right = outer(pointer);
        while (left != null && right != null) {
            String change = change(old.json().at(left), current.json().at(right), null);
            if (change != null) {
                String name = right.isEmpty() ? "" : right.substring(right.lastIndexOf('/') + 1);
                return new Decision(name.replace("~1", "/").replace("~0", "~"), place(current, right), change);
            }
            left = left.isEmpty() ? null : outer(left);
            right = right.isEmpty() ? null : outer(right);
        }
        return null;
    }

    /** The pointer of the state around a state; empty for the machine. */
    private static @Nullable String outer(String pointer) {
        int states = pointer.lastIndexOf("/States/");
        if (states < 0) {
            return null;
        }
        String holder = pointer.substring(0, states);
        int above = holder.lastIndexOf("/States/");
        if (above < 0) {
            return "";
        }
        int end = holder.indexOf('/', above + "/States/".length());
        return end < 0 ? holder : holder.substring(0, end);
    }

    /** What is different in the fields of a state; null if nothing is. */
    private static @Nullable String change(
            @Nullable JsonNode old, @Nullable JsonNode current, @Nullable String decidedBy) {
        if (old == null || current == null || !old.isObject() || !current.isObject()) {
            return null;
        }
        ObjectNode left = own(old);
        ObjectNode right = own(current);
        if (left.equals(right)) {
            return null;
        }
        if (decidedBy != null) {
            String field =
                    decidedBy.substring(0, decidedBy.indexOf('/') < 0 ? decidedBy.length() : decidedBy.indexOf('/'));
            String within = Changes.first(field, left.get(field), right.get(field));
            if (within != null) {
                return within;
            }
        }
        return Changes.first("", left, right);
    }

    /** The fields of a state without the states within it, and without its comments. */
    private static ObjectNode own(JsonNode state) {
        ObjectNode own = ((ObjectNode) state).deepCopy();
        Set<String> gone = new LinkedHashSet<>(Set.of("States", "StartAt", "Branches", "Comment"));
        own.remove(gone);
        for (String processor : List.of("ItemProcessor", "Iterator")) {
            if (own.get(processor) instanceof ObjectNode within) {
                within.remove(gone);
            }
        }
        return own;
    }
}
