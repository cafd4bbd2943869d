package io.github.asltestkit.explore;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * All that makes one run of an exploration what it is: the faults that are injected, and who goes first where several lines of states
 * can. Its text can be parsed, and run again with {@link Exploration#run(Plan)}.
 *
 * @param choices the faults, in the order in which the run meets them; empty for the script as it is
 * @param order where several lines of states (the machine, branches, iterations) can go on at one instant, which of them does so: its
 *     index, 0 being the one that the engine takes by itself; where the list ends, all further ones are 0
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Plan(List<Choice> choices, List<Integer> order) {
    private static final String NO_FAULT = "no fault";
    private static final String ORDER = "order ";

    /** The script as it is. */
    public static final Plan SCRIPT = new Plan(List.of(), List.of());

    /** Keeps copies of the lists. */
    public Plan {
        choices = List.copyOf(choices);
        order = List.copyOf(order);
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
        List<Integer> order = new ArrayList<>();
        for (String part : stripped.split(";", -1)) {
            String one = part.strip();
            try {
                if (one.startsWith(ORDER) && !one.contains("@")) {
                    order.addAll(indexes(one.substring(ORDER.length())));
                } else {
                    choices.add(Choice.parse(one));
                }
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is no plan of an exploration: " + wrong.getMessage()
                                + ". Write it as ChargeCard@1.2 fails Bank.Busy, and put ; between two.",
                        wrong);
            }
        }
        return new Plan(choices, order);
    }

    private static List<Integer> indexes(String text) {
        List<Integer> indexes = new ArrayList<>();
        for (String index : text.split("\\.", -1)) {
            if (index.isEmpty() || index.length() > 6 || !index.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new IllegalArgumentException("\"" + text + "\" is not an order such as 0.2.1");
            }
            indexes.add(Integer.parseInt(index));
        }
        return indexes;
    }

    /** How many faults it injects. */
    public int faults() {
        return choices.size();
    }

    /** This plan with one fault more, which the run meets after all others. */
    public Plan with(Choice choice) {
        List<Choice> more = new ArrayList<>(choices);
        more.add(choice);
        return new Plan(more, order);
    }

    /** This plan with another order. */
    public Plan inOrder(List<Integer> other) {
        return new Plan(choices, other);
    }

    /** What goes wrong, as sentences, one for each fault, and one if lines of states go on in another order. */
    public List<String> descriptions() {
        List<String> sentences = new ArrayList<>();
        choices.forEach(choice -> sentences.add(choice.description()));
        if (!order.isEmpty()) {
            sentences.add("lines of states take turns in the order " + text(order));
        }
        return List.copyOf(sentences);
    }

    private static String text(List<Integer> order) {
        return order.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    /** The text that {@link #parse(String)} reads; {@code no fault} for the script as it is. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        choices.forEach(choice -> parts.add(choice.toString()));
        if (!order.isEmpty()) {
            parts.add(ORDER + text(order));
        }
        return parts.isEmpty() ? NO_FAULT : String.join("; ", parts);
    }
}
