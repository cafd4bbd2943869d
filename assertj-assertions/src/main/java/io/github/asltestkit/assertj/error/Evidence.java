package io.github.asltestkit.assertj.error;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineType;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.StateNames;
import io.github.asltestkit.internal.message.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an execution tells at the moment of an assertion.
 *
 * @param subject what it is called within a sentence, such as {@code execution of order.asl.json}
 * @param within what paths of its states begin with, where it is looked at as a child of another one
 */
public record Evidence(
        ExecutionInspection inspection,
        String subject,
        Duration elapsed,
        boolean express,
        String within,
        Children children) {

    public static Evidence of(Execution execution) {
        ExecutionInspection inspection = ExecutionInspection.of(
                execution.history(), execution.definition(), execution.dataFlow(), execution.notes());
        return new Evidence(
                inspection,
                "execution of " + execution.definition().source().name() + part(inspection),
                execution.elapsed(),
                execution.stateMachine().type() == StateMachineType.EXPRESS,
                "",
                Children.of(execution, ""));
    }

    /** The same, as a child execution whose paths begin with that. */
    Evidence within(String place) {
        return new Evidence(inspection, subject, elapsed, express, place, children.within(place));
    }

    /** The stays in a state, in child executions too. */
    public List<Seen> seen(String state) {
        List<Seen> seen = new ArrayList<>();
        for (StateVisit visit : inspection.allVisits()) {
            String path = within + visit.path();
            if (StateNames.matches(state, visit.name(), path)) {
                seen.add(new Seen(visit, this, path));
            }
        }
        children.evidence().forEach(child -> seen.addAll(child.seen(state)));
        return seen;
    }

    public static Evidence ofChild(Execution child, String place) {
        Evidence evidence = of(child);
        return new Evidence(
                evidence.inspection(),
                "child execution " + place + " of "
                        + child.definition().source().name(),
                evidence.elapsed(),
                evidence.express(),
                "",
                evidence.children());
    }

    public static Evidence of(ExecutionHistory history, @Nullable Definition definition) {
        return of(ExecutionInspection.of(history, definition));
    }

    public static Evidence of(ExecutionInspection inspection) {
        ExecutionHistory history = inspection.history();
        Definition definition = inspection.definition();
        Instant first = inspection.startedAt();
        Instant end = inspection.endedAt();
        if (end == null && !history.events().isEmpty()) {
            end = history.events().get(history.events().size() - 1).timestamp();
        }
        String name = definition == null
                ? "recorded execution"
                : "recorded execution of " + definition.source().name() + part(inspection);
        Duration elapsed = first == null || end == null ? Duration.ZERO : Duration.between(first, end);
        return new Evidence(inspection, name, elapsed, false, "", Children.NONE);
    }

    private static String part(ExecutionInspection inspection) {
        return inspection.part() == null ? "" : " (a part alone, " + inspection.part() + ")";
    }

    /** {@code Execution of order.asl.json}, for the start of a sentence. */
    String sentenceSubject() {
        return Character.toUpperCase(subject.charAt(0)) + subject.substring(1);
    }

    /** A line of states, for the start of a sentence: {@code Each[1]/Both[0] of the execution of order.asl.json}. */
    String sentenceSubject(Branch line) {
        String place = line.place();
        return place.isEmpty() ? sentenceSubject() : place + " of the " + subject;
    }

    /** {@code +9m}. */
    String since(Instant instant) {
        return Times.since(inspection.startedAt(), instant);
    }

    /** Where a state stands in the definition; null without a definition. */
    public @Nullable String place(@Nullable StateVisit visit, String below) {
        Definition definition = inspection.definition();
        if (definition == null || visit == null || visit.state() == null) {
            return null;
        }
        return definition.locate(visit.state().pointer() + below).toString();
    }

    /** Why it cannot tell which Retrier or Catcher acted: no event of a history names it; empty with a definition. */
    String unnamedHandler() {
        return inspection.definition() == null ? "; by which, needs the definition: ofDefinition(...)" : "";
    }

    List<String> stateNames() {
        return Stream.concat(
                        inspection.allVisits().stream().map(StateVisit::name),
                        children.evidence().stream().flatMap(child -> child.stateNames().stream()))
                .distinct()
                .toList();
    }
}
