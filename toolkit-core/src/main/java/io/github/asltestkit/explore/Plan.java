package io.github.asltestkit.explore;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * All that makes one run of an exploration what it is: the faults that are injected. Its text can be parsed, and run again with
 * {@link Exploration#run(Plan)}.
 *
 * @param choices the faults, in the order in which the run meets them; empty for the script as it is
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Plan(List<Choice> choices) {
    private static final String NO_FAULT = "no fault";

    /** The script as it is. */
    public static final Plan SCRIPT = new Plan(List.of());

    /** Keeps a copy of the choices. */
    public Plan {
        choices = List.copyOf(choices);
    }

    /**
     * Reads a plan.
     *
     * @param text as {@link #toString()} writes it: {@code ChargeCard@1.1 fails Bank.Busy; ShipOrder@1.1+ fails SQS.Unknown}
     * @throws IllegalArgumentException if it is no plan, saying why
     */
    public static Plan parse(String text) {
        String stripped = text.strip();
        if (stripped.equals(NO_FAULT)) {
            return SCRIPT;
        }
        List<Choice> choices = new ArrayList<>();
        for (String part : stripped.split(";", -1)) {
            try {
                choices.add(Choice.parse(part.strip()));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is no plan of an exploration: " + wrong.getMessage()
                                + ". Write it as ChargeCard@1.2 fails Bank.Busy, and put ; between two.",
                        wrong);
            }
        }
        return new Plan(choices);
    }

    /** How many faults it injects. */
    public int faults() {
        return choices.size();
    }

    /** This plan with one fault more, which the run meets after all others. */
    public Plan with(Choice choice) {
        List<Choice> more = new ArrayList<>(choices);
        more.add(choice);
        return new Plan(more);
    }

    /** What goes wrong, as sentences, one for each fault. */
    public List<String> descriptions() {
        return choices.stream().map(Choice::description).toList();
    }

    /** The text that {@link #parse(String)} reads; {@code no fault} for the script as it is. */
    @Override
    public String toString() {
        return choices.isEmpty()
                ? NO_FAULT
                : choices.stream().map(Choice::toString).collect(Collectors.joining("; "));
    }
}
