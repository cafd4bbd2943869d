package io.github.asltestkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Changes definitions, inputs and answers here and there, so that many of them are still valid. */
final class Mutator {
    private static final List<String> TEXTS = List.of(
            "",
            "$",
            "$.a",
            "$.a.b.c",
            "$.n",
            "$.text",
            "$.items",
            "$.items[0]",
            "$.items[-1]",
            "$.items[9]",
            "$.items[*]",
            "$.items[0:2]",
            "$.items[?(@.x > 1)]",
            "$.items[?(!@.x)]",
            "$..a",
            "$..*",
            "$.nope",
            "$['a','n']",
            "$.items.length()",
            "$.items.append(9)",
            "$.items.sum()",
            "$.items.index(1)",
            "$.items[(@.length-1)]",
            "$.a.keys()",
            "$.n.min()",
            "$$",
            "$$.Task.Token",
            "$$.Map.Item.Value",
            "$$.Execution.Input.n",
            "$v",
            "$v.x[0]",
            "$nope",
            "States.Array()",
            "States.Array($.a, $.n)",
            "States.StringToJson($.text)",
            "States.MathAdd($.n, $.n)",
            "States.ArrayRange(1, $.n, $.n)",
            "States.ArrayGetItem($.items, $.n)",
            "States.ArrayPartition($.items, $.n)",
            "States.Format('{} {}', $.a, $)",
            "States.Base64Decode($.text)",
            "States.Hash($.text, $.text)",
            "States.MathRandom($.n, $.n)",
            "States.JsonMerge($.a, $.a, false)",
            "States.UUID($.n)",
            "States.JsonToString($)",
            "States.StringSplit($.text, '')",
            "{% $states.input %}",
            "{% $states.input.nope %}",
            "{% $states.result %}",
            "{% $states.errorOutput %}",
            "{% $states.context %}",
            "{% $v.x[0] %}",
            "{% 1/0 %}",
            "{% $states.input.n / 0 %}",
            "{% -$states.input.n %}",
            "{% [1..20] %}",
            "{% $x := 1 %}",
            "{% function($x) {$x} %}",
            "{% $sum %}",
            "{% $eval('1+1') %}",
            "{% $states.input.items.$string() %}",
            "{% $parse($states.input.text) %}",
            "{% $toMillis($states.input.text) %}",
            "{% $fromMillis($states.input.n * 1e12) %}",
            "{% $sort($states.input.items) %}",
            "{% $number($states.input.text) %}",
            "{% $formatNumber($states.input.n, '#,##0.0') %}",
            "{% $pad('a', $states.input.n) %}",
            "{% $partition($states.input.items, $states.input.n) %}",
            "{% $range(1, $states.input.n, 1) %}",
            "{% $match($states.input.text, /a(b)?/) %}",
            "{% $split($states.input.text, '') %}",
            "{% $hash($states.input.text) %}",
            "{% $states.input.**.x %}",
            "{% $states.input.items^(>x) %}",
            "{% $states.input.items{a: $count(b)} %}",
            "{% $reduce($states.input.items, function($p, $c) {$p + $c}) %}",
            "{% ($f := function($n) {$n < 1 ? 0 : $f($n - 1)}; $f(5)) %}",
            "{% $error('no') %}",
            "{% $assert(false, 'no') %}",
            "{% null %}",
            "{% 'States.Timeout' %}",
            "{% $states.input.n %}",
            "States.ALL",
            "States.TaskFailed",
            "States.Timeout",
            "States.Runtime",
            "States.DataLimitExceeded",
            "States.QueryEvaluationError",
            "States.ReferencePathConflict",
            "Boom",
            "Busy",
            "2024-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "+99999-01-01T00:00:00Z",
            "1960-01-01T00:00:00.5+01:00",
            "in",
            "list.json",
            "rows.csv",
            "\u0000",
            "\ud83d\ude00 \u00e9",
            "a*\\*b");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1",
            "2",
            "3.5",
            "-0.0",
            "99999999",
            "100000000",
            "9007199254740993",
            "1e400",
            "1e-400",
            "12345678901234567890",
            "\"x\"",
            "\"5\"",
            "\"a,b,,c\"",
            "\"{\\\"x\\\": [1]}\"",
            "\"YWJj\"",
            "{}",
            "[]",
            "[[]]",
            "[1, 2, 3]",
            "[{\"x\": 2}, {\"x\": null}, 3, \"s\"]",
            "{\"x\": {\"y\": [1, {\"z\": null}]}}",
            "{\"Payload\": {\"ok\": true}, \"Item\": {\"id\": {\"S\": \"1\"}}}",
            "{\"done\": false, \"n\": 1}",
            "\"2024-06-01T00:00:00Z\"",
            "\"+292278994-08-17T07:12:55Z\"",
            "[null]",
            "{\"\": 1, \"a.b\": 2, \"$\": 3}");

    /** One such value within another one is still within the 900 levels of an input. */
    private static final int DEEPEST = 440;

    private final List<JsonNode> seeds;
    private final TreeMap<String, List<JsonNode>> byField = new TreeMap<>();
    private final List<String> fields;
    private final Random random;

    Mutator(List<JsonNode> seeds, Random random) {
        this.seeds = seeds;
        this.random = random;
        seeds.forEach(this::collect);
        this.fields = List.copyOf(byField.keySet());
    }

    private void collect(JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            byField.computeIfAbsent(field.getKey(), name -> new ArrayList<>()).add(field.getValue());
            collect(field.getValue());
        }
        if (node.isArray()) {
            node.forEach(this::collect);
        }
    }

    static JsonNode json(String text) {
        return Objects.requireNonNull(JsonText.tryParse(text), text);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A definition with a few changes, each of which keeps it valid. */
    JsonNode definition(Predicate<JsonNode> valid) {
        JsonNode definition = one(seeds);
        int changes = 1 + random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            JsonNode changed = definition.deepCopy();
            change(changed);
            definition = valid.test(changed) ? changed : definition;
        }
        return definition;
    }

    private void change(JsonNode root) {
        List<JsonNode> places = new ArrayList<>();
        containers(root, places);
        JsonNode place = one(places);
        if (place instanceof ObjectNode object) {
            changeField(object);
        } else if (place instanceof ArrayNode array) {
            changeElement(array);
        }
    }

    private static void containers(JsonNode node, List<JsonNode> to) {
        if (node.isContainerNode()) {
            to.add(node);
            node.forEach(child -> containers(child, to));
        }
    }

    private void changeField(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(5) == 0) {
            String added = one(fields);
            object.set(added, one(byField.get(added)).deepCopy());
            return;
        }
        String name = one(names);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 ->
                object.set(
                        name,
                        one(byField.getOrDefault(name, List.of(object.get(name))))
                                .deepCopy());
            case 2 -> object.set(name, value());
            default -> object.put(name, one(TEXTS));
        }
    }

    private void changeElement(ArrayNode array) {
        int size = array.size();
        switch (size == 0 ? 0 : random.nextInt(4)) {
            case 0 -> array.add(value());
            case 1 -> array.remove(random.nextInt(size));
            case 2 -> array.add(array.get(random.nextInt(size)).deepCopy());
            default -> array.set(random.nextInt(size), value());
        }
    }

    /** A value of any shape. */
    JsonNode value() {
        int kind = random.nextInt(20);
        if (kind == 0) {
            return deep(random.nextInt(DEEPEST));
        }
        if (kind == 1) {
            return JsonNodeFactory.instance.textNode("x".repeat(random.nextInt(2) == 0 ? 70_000 : 262_000));
        }
        return kind < 5 ? JsonNodeFactory.instance.textNode(one(TEXTS)) : json(one(VALUES));
    }

    private JsonNode deep(int levels) {
        JsonNode value = json(one(VALUES));
        boolean arrays = random.nextBoolean();
        for (int i = 0; i < levels; i++) {
            value = arrays
                    ? JsonNodeFactory.instance.arrayNode().add(value)
                    : JsonNodeFactory.instance.objectNode().set("a", value);
        }
        return value;
    }

    /** An input with the fields that the definitions read, or anything else. */
    JsonNode input() {
        if (random.nextInt(5) == 0) {
            return value();
        }
        ObjectNode input = (ObjectNode)
                json("{\"a\": {\"b\": {\"c\": 1}, \"x\": 2}, \"n\": 2, \"text\": \"a,b\", \"items\": [1, 2, 3],"
                        + " \"at\": \"2024-01-01T00:01:00Z\", \"key\": \"list.json\"}");
        int changes = random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            change(input);
        }
        return input;
    }
}
