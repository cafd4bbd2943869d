package io.github.asltestkit.internal.generate;

import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Names tests by what they take and no test before them does. */
final class TestNames {
    private static final int LONGEST = 78;
    private static final int MOST_PHRASES = 2;

    /** What says most of a path comes first. */
    private static final List<ItemKind> TELLING = List.of(
            ItemKind.HEARTBEAT,
            ItemKind.TIMEOUT,
            ItemKind.CATCHER,
            ItemKind.CHOICE_RULE,
            ItemKind.DEFAULT,
            ItemKind.RETRIER,
            ItemKind.MAP_NO_ITEM,
            ItemKind.MAP_ONE_ITEM,
            ItemKind.MAP_MANY_ITEMS);

    private final Set<String> used = new HashSet<>();

    /** A name that no test before has: a sentence in snake case. */
    String of(Suite.Chosen chosen) {
        Map<ItemKind, List<Goal>> byKind = new EnumMap<>(ItemKind.class);
        chosen.goals()
                .forEach(goal -> byKind.computeIfAbsent(goal.item().kind(), key -> new ArrayList<>())
                        .add(goal));
        List<String> phrases = new ArrayList<>();
        for (ItemKind kind : TELLING) {
            for (Goal goal : byKind.getOrDefault(kind, List.of())) {
                String phrase = phrase(goal, chosen.ran());
                if (phrases.size() < MOST_PHRASES && !phrases.contains(phrase)) {
                    phrases.add(phrase);
                }
            }
        }
        if (phrases.isEmpty()) {
            phrases.add(outcome(chosen.ran()));
        }
        String name = identifier(String.join(" and ", phrases));
        name = name.length() > LONGEST ? cut(identifier(phrases.get(0))) : name;
        String unique = name;
        for (int i = 2; !used.add(unique); i++) {
            unique = name + "_" + i;
        }
        return unique;
    }

    private static String outcome(Ran ran) {
        return switch (ran.status()) {
            case SUCCEEDED -> "the execution succeeds";
            case FAILED -> "the execution fails" + (ran.error() == null ? "" : " with " + ran.error());
            case TIMED_OUT -> "the execution times out";
            default -> "the execution waits";
        };
    }

    private static String phrase(Goal goal, Ran ran) {
        State state = goal.state();
        if (state == null) {
            return "the execution times out";
        }
        String name = state.name();
        int index = goal.wish().index();
        return switch (goal.item().kind()) {
            case STATE -> name + " is entered";
            case TRANSITION -> name + " succeeds";
            case CHOICE_RULE ->
                name + " leads to "
                        + ((State.ChoiceState) state).choices().get(index).next();
            case CHOICE_RULE_FALSE -> "rule " + index + " of " + name + " is false";
            case DEFAULT -> name + " leads to " + ((State.ChoiceState) state).defaultState() + " by default";
            case RETRIER -> name + " is tried again after " + error(ran, goal);
            case CATCHER ->
                name + " fails with " + error(ran, goal) + " and "
                        + state.catchers().get(index).next() + " follows";
            case TIMEOUT -> name + " times out";
            case HEARTBEAT -> name + " misses a heartbeat";
            case BRANCH -> "branch " + index + " of " + name + " runs";
            case MAP_NO_ITEM -> name + " has no item";
            case MAP_ONE_ITEM -> name + " has one item";
            case MAP_MANY_ITEMS -> name + " has many items";
        };
    }

    /** The error that a Retrier or Catcher handled in a run. */
    private static String error(Ran ran, Goal goal) {
        int index = goal.wish().index();
        for (Ran.Stay stay : ran.stays()) {
            StateVisit visit = stay.visit();
            if (Objects.equals(visit.state(), goal.state())) {
                for (Attempt attempt : visit.attempts()) {
                    boolean handled = goal.item().kind() == ItemKind.RETRIER
                            ? Objects.equals(attempt.retriedBy(), index)
                            : Objects.equals(visit.catcherIndex(), index)
                                    && attempt.number() == visit.attempts().size();
                    if (handled && attempt.error() != null) {
                        return attempt.error();
                    }
                }
            }
        }
        return "an error";
    }

    /** Words joined by underscores: of {@code ChargeCard}, {@code charge_card}. */
    static String identifier(String text) {
        StringBuilder name = new StringBuilder();
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean part = Character.isLetterOrDigit(c) && Character.isJavaIdentifierPart(c);
            boolean hump = Character.isUpperCase(c)
                    && (Character.isLowerCase(before)
                            || (Character.isUpperCase(before)
                                    && i + 1 < text.length()
                                    && Character.isLowerCase(text.charAt(i + 1))));
            boolean gap = name.length() > 0 && name.charAt(name.length() - 1) != '_';
            if (gap && (!part || hump)) {
                name.append('_');
            }
            if (part) {
                name.append(c);
            }
            before = c;
        }
        String words = name.toString().toLowerCase(Locale.ROOT).replaceAll("_+$", "");
        return words.isEmpty() || !Character.isJavaIdentifierStart(words.charAt(0)) ? "path_" + words : words;
    }

    private static String cut(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int end = name.lastIndexOf('_', LONGEST);
        return end < LONGEST / 2 ? name.substring(0, LONGEST) : name.substring(0, end);
    }
}
