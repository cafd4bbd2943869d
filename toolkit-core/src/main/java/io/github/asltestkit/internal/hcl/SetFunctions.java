package io.github.asltestkit.internal.hcl;

import io.github.asltestkit.internal.hcl.Functions.Function;
import io.github.asltestkit.internal.hcl.Value.Entry;
import io.github.asltestkit.internal.hcl.Value.Sequence;
import io.github.asltestkit.internal.hcl.Value.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Functions that compare the elements of lists, all of which have to be known. */
final class SetFunctions {
    private SetFunctions() {}

    static void register(Map<String, Function> functions) {
        functions.put("toset", (arguments, at) -> set(Values.entries(arguments.get(0), at), at));
        functions.put("distinct", (arguments, at) -> new Sequence(distinct(Values.entries(arguments.get(0), at)), at));
        functions.put(
                "sort",
                (arguments, at) -> Values.texts(
                        Values.entries(arguments.get(0), at).stream()
                                .map(entry -> Values.plain(entry.value(), at))
                                .sorted()
                                .toList(),
                        at));
        functions.put(
                "compact",
                (arguments, at) -> new Sequence(
                        Values.entries(arguments.get(0), at).stream()
                                .filter(entry -> !Values.isNull(entry.value())
                                        && !Values.plain(entry.value(), at).isEmpty())
                                .toList(),
                        at));
        functions.put("contains", (arguments, at) -> Values.bool(index(arguments, at) >= 0, at));
        functions.put("index", (arguments, at) -> {
            int found = index(arguments, at);
            if (found < 0) {
                throw new HclException("The list does not hold the value", at);
            }
            return Values.number(BigDecimal.valueOf(found), at);
        });
        functions.put("setunion", (arguments, at) -> {
            List<Entry> all = new ArrayList<>();
            arguments.forEach(list -> all.addAll(Values.entries(list, at)));
            return set(all, at);
        });
        functions.put("setintersection", (arguments, at) -> compared(arguments, at, true));
        functions.put("setsubtract", (arguments, at) -> compared(arguments, at, false));
        functions.put(
                "alltrue",
                (arguments, at) -> Values.bool(
                        Values.entries(arguments.get(0), at).stream().allMatch(entry -> Values.flag(entry.value(), at)),
                        at));
        functions.put(
                "anytrue",
                (arguments, at) -> Values.bool(
                        Values.entries(arguments.get(0), at).stream().anyMatch(entry -> Values.flag(entry.value(), at)),
                        at));
    }

    private static List<Entry> distinct(List<Entry> entries) {
        if (entries.size() > 10_000) {
            throw new Functions.Unsure();
        }
        List<Entry> distinct = new ArrayList<>();
        for (Entry entry : entries) {
            if (distinct.stream().noneMatch(other -> Values.same(other.value(), entry.value()))) {
                distinct.add(entry);
            }
        }
        return distinct;
    }

    /** Texts in a set are in the order of their characters. */
    private static Value set(List<Entry> entries, Span at) {
        List<Entry> set = distinct(entries);
        if (set.stream().allMatch(entry -> entry.value() instanceof Text)) {
            set.sort(Comparator.comparing(entry -> Values.plain(entry.value(), at)));
        }
        return new Sequence(set, at);
    }

    private static int index(List<Value> arguments, Span at) {
        List<Entry> entries = Values.entries(arguments.get(0), at);
        Value wanted = arguments.get(1);
        for (int i = 0; i < entries.size(); i++) {
            if (Values.same(entries.get(i).value(), wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static Value compared(List<Value> arguments, Span at, boolean in) {
        List<Entry> others = new ArrayList<>(Values.entries(arguments.get(1), at));
        List<Entry> kept = Values.entries(arguments.get(0), at).stream()
                .filter(entry -> others.stream().anyMatch(other -> Values.same(other.value(), entry.value())) == in)
                .toList();
        return arguments.size() > 2 && in
                ? compared(concat(new Sequence(kept, at), arguments), at, true)
                : set(kept, at);
    }

    private static List<Value> concat(Value first, List<Value> arguments) {
        List<Value> rest = new ArrayList<>(List.of(first));
        rest.addAll(arguments.subList(2, arguments.size()));
        return rest;
    }
}
