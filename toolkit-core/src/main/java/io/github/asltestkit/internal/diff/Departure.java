package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.diff.Course;
import io.github.asltestkit.diff.DifferenceKind;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.internal.diff.Observation.Call;
import io.github.asltestkit.internal.diff.Observation.Visit;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what two runs of one scenario differ first.
 *
 * @param kind in what
 * @param before what the old definition does, in words
 * @param after what the new definition does, in words
 * @param state the path of the state that it is about, or null
 */
record Departure(
        DifferenceKind kind,
        String before,
        String after,
        @Nullable String state) {
    private static final int ROOM = 60;
    private static final String NOTHING = "(nothing)";

    /**
     * The first difference, in the order in which they are looked for; null if there is none.
     *
     * @param drawn the states whose waits are drawn by lot otherwise in the two definitions: their times say nothing
     */
    static @Nullable Departure of(Observation before, Observation after, Set<String> drawn) {
        Departure found = status(before, after);
        found = found == null ? output(before, after) : found;
        found = found == null ? calls(before, after) : found;
        found = found == null ? path(before, after) : found;
        found = found == null ? attempts(before, after) : found;
        boolean byLot =
                before.visits().stream().anyMatch(visit -> visit.attempts() > 1 && drawn.contains(visit.name()));
        return found == null && !byLot ? time(before, after) : found;
    }

    // ---- how they end ----------------------------------------------------------------------------------------

    private static @Nullable Departure status(Observation before, Observation after) {
        Course old = before.course();
        Course current = after.course();
        boolean alike = old.status() == current.status()
                && Objects.equals(old.error(), current.error())
                && old.waitsForTheQuota() == current.waitsForTheQuota()
                && Objects.equals(old.stopped(), current.stopped());
        if (!alike) {
            return new Departure(DifferenceKind.STATUS, end(old, current), end(current, old), null);
        }
        return Objects.equals(before.cause(), after.cause())
                ? null
                : new Departure(
                        DifferenceKind.STATUS, "cause " + shown(before.cause()), "cause " + shown(after.cause()), null);
    }

    private static String end(Course course, Course other) {
        if (course.stopped() != null) {
            return course.stopped();
        }
        if (course.waitsForTheQuota()) {
            return "waits for the quota";
        }
        if (other.waitsForTheQuota()) {
            return "ends after " + Times.text(course.elapsed()) + " as " + course.status();
        }
        return course.error() == null || course.status() == ExecutionStatus.SUCCEEDED
                ? course.status().name()
                : course.status() + " with " + course.error();
    }

    private static String shown(@Nullable String text) {
        return text == null ? NOTHING : Text.shortened("\"" + text + "\"", ROOM);
    }

    private static @Nullable Departure output(Observation before, Observation after) {
        if (before.output().equals(after.output())) {
            return null;
        }
        Part part = Part.first("$", before.output().tree(), after.output().tree());
        return new Departure(
                DifferenceKind.OUTPUT,
                "output " + part.path() + " = " + part.left(),
                "output " + part.path() + " = " + part.right(),
                null);
    }

    // ---- calls -----------------------------------------------------------------------------------------------

    private static @Nullable Departure calls(Observation before, Observation after) {
        List<Call> left = firstTries(before);
        List<Call> right = firstTries(after);
        for (Call call : List.copyOf(left)) {
            for (int i = 0; i < right.size(); i++) {
                if (right.get(i).isLike(call)) {
                    right.remove(i);
                    left.remove(call);
                    break;
                }
            }
        }
        for (Call call : left) {
            for (Call other : right) {
                if (other.path().equals(call.path()) && other.resource().equals(call.resource())) {
                    Part part = Part.first(
                            "$", call.parameters().tree(), other.parameters().tree());
                    return new Departure(
                            DifferenceKind.PARAMETERS,
                            call.path() + " is called with " + part.path() + " = " + part.left(),
                            "with " + part.path() + " = " + part.right(),
                            call.path());
                }
            }
        }
        if (!left.isEmpty()) {
            return new Departure(
                    DifferenceKind.CALL,
                    "calls " + left.get(0).path(),
                    "makes no such call",
                    left.get(0).path());
        }
        return right.isEmpty()
                ? null
                : new Departure(
                        DifferenceKind.CALL,
                        "makes no such call",
                        "calls " + right.get(0).path(),
                        right.get(0).path());
    }

    /** The calls that are no retries: how often a state tries is compared later. */
    private static List<Call> firstTries(Observation seen) {
        List<Call> calls = new ArrayList<>();
        seen.calls().stream().filter(call -> call.attempt() == 1).forEach(calls::add);
        return calls;
    }

    // ---- the way ---------------------------------------------------------------------------------------------

    private static @Nullable Departure path(Observation before, Observation after) {
        Set<String> lines = new LinkedHashSet<>(before.lines().keySet());
        lines.addAll(after.lines().keySet());
        for (String line : lines) {
            List<Visit> left = before.lines().getOrDefault(line, List.of());
            List<Visit> right = after.lines().getOrDefault(line, List.of());
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                String was = i < left.size() ? left.get(i).name() : null;
                String is = i < right.size() ? right.get(i).name() : null;
                if (!Objects.equals(was, is)) {
                    return new Departure(
                            DifferenceKind.PATH,
                            was == null ? "ends there" : "enters " + was,
                            is == null ? "ends there" : "enters " + is,
                            null);
                }
            }
        }
        return null;
    }

    private static @Nullable Departure attempts(Observation before, Observation after) {
        for (Map.Entry<String, List<Visit>> line : before.lines().entrySet()) {
            List<Visit> right = after.lines().getOrDefault(line.getKey(), List.of());
            for (int i = 0; i < line.getValue().size(); i++) {
                Visit visit = line.getValue().get(i);
                if (visit.attempts() != right.get(i).attempts()) {
                    return new Departure(
                            DifferenceKind.ATTEMPTS,
                            counted(visit.attempts()) + " of " + visit.path(),
                            counted(right.get(i).attempts()),
                            visit.path());
                }
            }
        }
        // Child executions of a distributed Map have no stays here, but calls.
        int left = before.calls().size();
        int right = after.calls().size();
        return left == right ? null : new Departure(DifferenceKind.ATTEMPTS, left + " calls", right + " calls", null);
    }

    private static String counted(int attempts) {
        return attempts + (attempts == 1 ? " attempt" : " attempts");
    }

    // ---- time ------------------------------------------------------------------------------------------------

    private static @Nullable Departure time(Observation before, Observation after) {
        Duration was = before.course().elapsed();
        Duration is = after.course().elapsed();
        if (!was.equals(is)) {
            return new Departure(
                    DifferenceKind.TIME, "ends at +" + Times.text(was), "ends at +" + Times.text(is), null);
        }
        for (Map.Entry<String, List<Visit>> line : before.lines().entrySet()) {
            List<Visit> right = after.lines().getOrDefault(line.getKey(), List.of());
            for (int i = 0; i < line.getValue().size(); i++) {
                Visit left = line.getValue().get(i);
                if (!left.after().equals(right.get(i).after())
                        || !left.waits().equals(right.get(i).waits())) {
                    return timeOf(left, right.get(i));
                }
            }
        }
        for (int i = 0; i < before.calls().size(); i++) {
            Call left = before.calls().get(i);
            Call right = after.calls().get(i);
            if (!left.after().equals(right.after())) {
                return new Departure(
                        DifferenceKind.TIME,
                        left.path() + " is called at +" + Times.text(left.after()),
                        "at +" + Times.text(right.after()),
                        left.path());
            }
        }
        return null;
    }

    private static Departure timeOf(Visit left, Visit right) {
        String was = "+" + Times.text(left.after());
        String is = "+" + Times.text(right.after());
        if (!was.equals(is)) {
            return new Departure(DifferenceKind.TIME, left.path() + " is entered at " + was, "at " + is, left.path());
        }
        return new Departure(
                DifferenceKind.TIME, left.path() + " lasts " + last(left.waits()), last(right.waits()), left.path());
    }

    private static String last(List<Duration> waits) {
        return waits.isEmpty() ? "on" : Times.text(waits.get(waits.size() - 1));
    }

    /** The first part in which two values differ. */
    record Part(String path, String left, String right) {

        static Part first(String path, @Nullable JsonNode left, @Nullable JsonNode right) {
            if (left != null && right != null && left.isObject() && right.isObject()) {
                Set<String> names = new LinkedHashSet<>();
                left.fieldNames().forEachRemaining(names::add);
                right.fieldNames().forEachRemaining(names::add);
                for (String name : names) {
                    if (!Objects.equals(left.get(name), right.get(name))) {
                        return first(path + "." + name, left.get(name), right.get(name));
                    }
                }
            }
            if (left != null && right != null && left.isArray() && right.isArray()) {
                for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                    if (!Objects.equals(left.get(i), right.get(i))) {
                        return first(path + "[" + i + "]", left.get(i), right.get(i));
                    }
                }
            }
            return new Part(path, shownJson(left), shownJson(right));
        }

        private static String shownJson(@Nullable JsonNode node) {
            return node == null ? NOTHING : Text.shortened(node.toString(), ROOM);
        }
    }
}
