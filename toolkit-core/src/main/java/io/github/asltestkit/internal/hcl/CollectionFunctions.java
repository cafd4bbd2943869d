package io.github.asltestkit.internal.hcl;

import io.github.asltestkit.internal.hcl.Functions.Function;
import io.github.asltestkit.internal.hcl.Value.Entry;
import io.github.asltestkit.internal.hcl.Value.Fields;
import io.github.asltestkit.internal.hcl.Value.Sequence;
import io.github.asltestkit.internal.hcl.Value.Text;
import io.github.asltestkit.internal.hcl.Value.Unknown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions of lists and objects that keep the parts of these as they are. */
final class CollectionFunctions {
    private CollectionFunctions() {}

    static void register(Map<String, Function> functions) {
        functions.put("merge", CollectionFunctions::merge);
        functions.put("concat", CollectionFunctions::concat);
        functions.put("flatten", (arguments, at) -> {
            List<Entry> flat = new ArrayList<>();
            flatten(arguments.get(0), flat, at);
            return new Sequence(flat, at);
        });
        functions.put("length", CollectionFunctions::length);
        functions.put(
                "keys",
                (arguments, at) -> Values.texts(
                        known(Values.fields(arguments.get(0), at), arguments.get(0)).keySet().stream()
                                .sorted()
                                .toList(),
                        at));
        functions.put(
                "values",
                (arguments, at) -> new Sequence(
                        known(Values.fields(arguments.get(0), at), arguments.get(0)).entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(Map.Entry::getValue)
                                .toList(),
                        at));
        functions.put("lookup", CollectionFunctions::lookup);
        functions.put("element", CollectionFunctions::element);
        functions.put("slice", CollectionFunctions::slice);
        functions.put("reverse", (arguments, at) -> {
            List<Entry> entries = new ArrayList<>(Values.entries(arguments.get(0), at));
            Collections.reverse(entries);
            return new Sequence(entries, at);
        });
        functions.put("one", CollectionFunctions::one);
        functions.put("tolist", (arguments, at) -> new Sequence(Values.entries(arguments.get(0), at), at));
        functions.put("tomap", (arguments, at) -> arguments.get(0));
        functions.put("sensitive", (arguments, at) -> arguments.get(0));
        functions.put("nonsensitive", (arguments, at) -> arguments.get(0));
        functions.put("zipmap", CollectionFunctions::zipmap);
        functions.put(
                "coalescelist",
                (arguments, at) -> arguments.stream()
                        .filter(list -> !Values.entries(list, at).isEmpty())
                        .findFirst()
                        .orElseThrow(() -> new HclException("All arguments of coalescelist are empty", at)));
        functions.put("range", CollectionFunctions::range);
        functions.put("chunklist", CollectionFunctions::chunks);
    }

    /** Fields whose names are all known. */
    private static Map<String, Entry> known(Map<String, Entry> entries, Value of) {
        if (of instanceof Fields fields && fields.partial()) {
            throw new Functions.Unsure();
        }
        return entries;
    }

    private static Value merge(List<Value> arguments, Span at) {
        Map<String, Entry> merged = new LinkedHashMap<>();
        boolean partial = false;
        for (Value argument : arguments) {
            if (!Values.isNull(argument)) {
                merged.putAll(Values.fields(argument, at));
                partial |= argument instanceof Fields fields && fields.partial();
            }
        }
        return new Fields(merged, partial, at);
    }

    private static Value concat(List<Value> arguments, Span at) {
        List<Entry> all = new ArrayList<>();
        arguments.forEach(list -> all.addAll(Values.entries(list, at)));
        return new Sequence(all, at);
    }

    private static void flatten(Value value, List<Entry> flat, Span at) {
        for (Entry entry : Values.entries(value, at)) {
            if (entry.value() instanceof Sequence) {
                flatten(entry.value(), flat, at);
            } else if (entry.value() instanceof Unknown) {
                throw new Functions.Unsure();
            } else {
                flat.add(entry);
            }
        }
    }

    private static Value length(List<Value> arguments, Span at) {
        Value of = arguments.get(0);
        if (of instanceof Text text) {
            if (text.partial()) {
                throw new Functions.Unsure();
            }
            return Values.number(
                    BigDecimal.valueOf(text.text().codePointCount(0, text.text().length())), at);
        }
        if (of instanceof Fields fields) {
            return Values.number(
                    BigDecimal.valueOf(known(fields.entries(), fields).size()), at);
        }
        return Values.number(BigDecimal.valueOf(Values.entries(of, at).size()), at);
    }

    private static Value lookup(List<Value> arguments, Span at) {
        Map<String, Entry> fields = Values.fields(arguments.get(0), at);
        if (Values.unknown(arguments.get(1)) != null) {
            throw new Functions.Unsure();
        }
        Entry found = fields.get(Values.plain(arguments.get(1), at));
        if (found == null) {
            known(fields, arguments.get(0));
            if (arguments.size() < 3) {
                throw new HclException(
                        "The object has no field \"" + Values.plain(arguments.get(1), at)
                                + "\", and lookup has no default",
                        at);
            }
            return arguments.get(2);
        }
        return found.value();
    }

    private static Value element(List<Value> arguments, Span at) {
        List<Entry> entries = Values.entries(arguments.get(0), at);
        int index = Values.integer(arguments.get(1), at);
        if (entries.isEmpty()) {
            throw new HclException("An empty list has no element " + index, at);
        }
        return entries.get(Math.floorMod(index, entries.size())).value();
    }

    private static Value slice(List<Value> arguments, Span at) {
        List<Entry> entries = Values.entries(arguments.get(0), at);
        int from = Values.integer(arguments.get(1), at);
        int to = Values.integer(arguments.get(2), at);
        if (from < 0 || from > to || to > entries.size()) {
            throw new HclException("A list of " + entries.size() + " has no slice " + from + " to " + to, at);
        }
        return new Sequence(List.copyOf(entries.subList(from, to)), at);
    }

    private static Value one(List<Value> arguments, Span at) {
        List<Entry> entries = Values.entries(arguments.get(0), at);
        if (entries.size() > 1) {
            throw new HclException("Expected a list of one or none, found " + entries.size(), at);
        }
        return entries.isEmpty()
                ? new Value.Scalar(com.fasterxml.jackson.databind.node.NullNode.getInstance(), at)
                : entries.get(0).value();
    }

    private static Value zipmap(List<Value> arguments, Span at) {
        List<Entry> names = Values.entries(arguments.get(0), at);
        List<Entry> values = Values.entries(arguments.get(1), at);
        if (names.size() != values.size()) {
            throw new HclException("zipmap has " + names.size() + " keys and " + values.size() + " values", at);
        }
        Map<String, Entry> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (Values.unknown(names.get(i).value()) != null) {
                throw new Functions.Unsure();
            }
            Entry value = values.get(i);
            fields.put(
                    Values.plain(names.get(i).value(), at),
                    new Entry(value.value(), names.get(i).name(), value.written()));
        }
        return new Fields(fields, false, at);
    }

    private static Value range(List<Value> arguments, Span at) {
        BigDecimal first = arguments.size() == 1 ? BigDecimal.ZERO : Values.decimal(arguments.get(0), at);
        BigDecimal limit = Values.decimal(arguments.get(arguments.size() == 1 ? 0 : 1), at);
        int direction = first.compareTo(limit) <= 0 ? 1 : -1;
        BigDecimal step = arguments.size() > 2 ? Values.decimal(arguments.get(2), at) : BigDecimal.valueOf(direction);
        if (step.signum() != direction) {
            throw new HclException("A range from " + first + " to " + limit + " never ends in steps of " + step, at);
        }
        List<Value> numbers = new ArrayList<>();
        for (BigDecimal n = first; limit.subtract(n).signum() == direction; n = n.add(step)) {
            if (numbers.size() >= 1024) {
                throw new HclException("A range has at most 1,024 numbers", at);
            }
            numbers.add(Values.number(n, at));
        }
        return Values.sequence(numbers, at);
    }

    private static Value chunks(List<Value> arguments, Span at) {
        List<Entry> entries = Values.entries(arguments.get(0), at);
        int size = Values.integer(arguments.get(1), at);
        if (size < 1) {
            throw new HclException("Expected a size from 1 on, found " + size, at);
        }
        List<Value> chunks = new ArrayList<>();
        for (int i = 0; i < entries.size(); i += size) {
            chunks.add(new Sequence(List.copyOf(entries.subList(i, Math.min(entries.size(), i + size))), at));
        }
        return Values.sequence(chunks, at);
    }
}
