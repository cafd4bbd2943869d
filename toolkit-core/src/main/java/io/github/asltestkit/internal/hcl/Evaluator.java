package io.github.asltestkit.internal.hcl;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.hcl.Expression.Attribute;
import io.github.asltestkit.internal.hcl.Expression.Binary;
import io.github.asltestkit.internal.hcl.Expression.Call;
import io.github.asltestkit.internal.hcl.Expression.Conditional;
import io.github.asltestkit.internal.hcl.Expression.For;
import io.github.asltestkit.internal.hcl.Expression.ForPart;
import io.github.asltestkit.internal.hcl.Expression.IfPart;
import io.github.asltestkit.internal.hcl.Expression.Index;
import io.github.asltestkit.internal.hcl.Expression.Interpolation;
import io.github.asltestkit.internal.hcl.Expression.Item;
import io.github.asltestkit.internal.hcl.Expression.Literal;
import io.github.asltestkit.internal.hcl.Expression.Mapping;
import io.github.asltestkit.internal.hcl.Expression.Part;
import io.github.asltestkit.internal.hcl.Expression.Splat;
import io.github.asltestkit.internal.hcl.Expression.Template;
import io.github.asltestkit.internal.hcl.Expression.Tuple;
import io.github.asltestkit.internal.hcl.Expression.Unary;
import io.github.asltestkit.internal.hcl.Expression.Variable;
import io.github.asltestkit.internal.hcl.Expression.Words;
import io.github.asltestkit.internal.hcl.Value.Decoded;
import io.github.asltestkit.internal.hcl.Value.Entry;
import io.github.asltestkit.internal.hcl.Value.Fields;
import io.github.asltestkit.internal.hcl.Value.Namespace;
import io.github.asltestkit.internal.hcl.Value.Sequence;
import io.github.asltestkit.internal.hcl.Value.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of expressions. What cannot be known without Terraform is {@link Unknown}, under the whole text of its
 * expression; what Terraform would refuse is an {@link HclException}.
 */
public final class Evaluator {
    private static final int MAX_DEPTH = 400;
    private static final int MAX_STEPS = 1_000_000;
    private static final long MAX_TEXT = 20_000_000;

    private final Environment environment;
    private final Functions functions;
    private int depth;
    private int steps;
    private long written;

    /** Evaluates with what an environment gives. */
    public Evaluator(Environment environment) {
        this.environment = environment;
        this.functions = new Functions(environment, this);
    }

    /**
     * The value of an expression.
     *
     * @throws HclException if Terraform would refuse it
     */
    public Value evaluate(Expression expression, Scope scope) {
        if (++steps > MAX_STEPS || depth >= MAX_DEPTH) {
            throw new HclException("The expression takes more steps or levels than are evaluated", expression.at());
        }
        depth++;
        try {
            Value given = given(expression, scope);
            return given == null ? value(expression, scope) : given;
        } finally {
            depth--;
        }
    }

    /** What the user says of an expression, by its text. */
    private @Nullable Value given(Expression expression, Scope scope) {
        Map<String, JsonNode> given = environment.given();
        if (given.isEmpty()
                || expression instanceof Literal
                || expression instanceof Template
                || isLocal(expression, scope)) {
            return null;
        }
        JsonNode value = given.get(expression.at().name());
        return value == null ? null : Value.of(value, expression.at());
    }

    private static boolean isLocal(Expression expression, Scope scope) {
        Expression root = expression;
        while (!(root instanceof Variable)) {
            if (root instanceof Attribute attribute) {
                root = attribute.of();
            } else if (root instanceof Index index) {
                root = index.of();
            } else {
                return false;
            }
        }
        return scope.isLocal(((Variable) root).name());
    }

    private Value value(Expression expression, Scope scope) {
        if (expression instanceof Literal literal) {
            return new Value.Scalar(literal.value(), literal.at());
        }
        if (expression instanceof Template template) {
            return template(template, scope);
        }
        if (expression instanceof Mapping mapping) {
            return mapping(mapping, scope);
        }
        if (expression instanceof Tuple tuple) {
            List<Entry> entries = new ArrayList<>(tuple.elements().size());
            for (Expression element : tuple.elements()) {
                entries.add(new Entry(part(element, scope), element.at(), element.at()));
            }
            return new Sequence(entries, tuple.at());
        }
        if (expression instanceof Variable variable) {
            Value value = scope.root(variable.name(), variable.at());
            return value == null ? unknown(variable, variable.at()) : value;
        }
        if (expression instanceof Attribute attribute) {
            return attribute(attribute, evaluate(attribute.of(), scope));
        }
        if (expression instanceof Index index) {
            return index(index, evaluate(index.of(), scope), scope);
        }
        if (expression instanceof Call call) {
            return functions.call(call, scope);
        }
        if (expression instanceof Conditional conditional) {
            Value condition = evaluate(conditional.condition(), scope);
            Span missing = Values.unknown(condition);
            if (missing != null) {
                return unknown(conditional, missing);
            }
            boolean yes = Values.flag(condition, conditional.condition().at());
            return evaluate(yes ? conditional.yes() : conditional.no(), scope);
        }
        if (expression instanceof For loop) {
            return loop(loop, scope);
        }
        if (expression instanceof Splat splat) {
            return splat(splat, scope);
        }
        return operation(expression, scope);
    }

    private Value operation(Expression expression, Scope scope) {
        if (expression instanceof Unary unary) {
            Value of = evaluate(unary.of(), scope);
            Span missing = Values.unknown(of);
            return missing == null ? Operators.apply(unary, of) : unknown(unary, missing);
        }
        Binary binary = (Binary) expression;
        Value left = evaluate(binary.left(), scope);
        Span missing = Values.unknown(left);
        if (missing == null && Operators.decides(binary, left)) {
            return left;
        }
        Value right = evaluate(binary.right(), scope);
        missing = missing == null ? Values.unknown(right) : missing;
        return missing == null ? Operators.apply(binary, left, right) : unknown(binary, missing);
    }

    /** A value that is not known, named by the whole expression. */
    static Unknown unknown(Expression expression, Span cause) {
        return new Unknown(expression.at().name(), cause, expression.at());
    }

    /** The value of a part of a list or an object, which is a placeholder if it has only attributes. */
    private Value part(Expression expression, Scope scope) {
        Value value = evaluate(expression, scope);
        return value instanceof Namespace ? unknown(expression, expression.at()) : value;
    }

    private Value mapping(Mapping mapping, Scope scope) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        boolean partial = false;
        for (Item item : mapping.items()) {
            Value key = evaluate(item.key(), scope);
            String name;
            if (key instanceof Unknown || key instanceof Namespace || Values.unknown(key) != null) {
                partial = true;
                name = Values.json(key).asText();
            } else {
                name = Values.plain(key, item.key().at());
            }
            Span written = item.value().at();
            entries.put(name, new Entry(part(item.value(), scope), item.key().at(), written));
        }
        return new Fields(entries, partial, mapping.at());
    }

    private Value attribute(Attribute attribute, Value of) {
        if (of instanceof Unknown unknown) {
            return unknown(attribute, unknown.cause());
        }
        if (of instanceof Namespace namespace) {
            Value value = namespace.attribute(attribute.name(), attribute.at());
            return value == null ? unknown(attribute, attribute.at()) : value;
        }
        if (of instanceof Decoded decoded) {
            Span missing = Values.unknown(decoded);
            return missing == null ? attribute(attribute, decoded.tree().get()) : unknown(attribute, missing);
        }
        if (of instanceof Fields fields) {
            return field(fields, attribute.name(), attribute);
        }
        if (of instanceof Sequence) {
            throw new HclException("A list has no attribute \"" + attribute.name() + "\"", attribute.at());
        }
        throw new HclException(Values.type(of) + " has no attribute \"" + attribute.name() + "\"", attribute.at());
    }

    private static Value field(Fields fields, String name, Expression expression) {
        Entry entry = fields.entries().get(name);
        if (entry != null) {
            return entry.value();
        }
        if (fields.partial()) {
            return unknown(expression, fields.at());
        }
        throw new HclException("The object has no attribute \"" + name + "\"", expression.at());
    }

    private Value index(Index index, Value of, Scope scope) {
        Value at = evaluate(index.index(), scope);
        if (of instanceof Unknown unknown) {
            return unknown(index, unknown.cause());
        }
        Span missing = Values.unknown(at);
        if (missing != null) {
            return unknown(index, missing);
        }
        if (of instanceof Namespace namespace) {
            Value value = namespace.index(at, index.at());
            return value == null ? unknown(index, index.at()) : value;
        }
        if (of instanceof Fields fields) {
            return field(fields, Values.plain(at, index.at()), index);
        }
        if (of instanceof Decoded decoded) {
            Span unread = Values.unknown(decoded);
            return unread == null ? index(index, decoded.tree().get(), scope) : unknown(index, unread);
        }
        List<Entry> entries = Values.entries(of, index.at());
        int position = Values.integer(at, index.at());
        if (position < 0 || position >= entries.size()) {
            throw new HclException("There is no element " + position + " in a list of " + entries.size(), index.at());
        }
        return entries.get(position).value();
    }

    private Value splat(Splat splat, Scope scope) {
        Value of = evaluate(splat.of(), scope);
        if (of instanceof Unknown || of instanceof Namespace) {
            return unknown(splat, Objects.requireNonNull(Values.unknown(of)));
        }
        List<Value> elements = new ArrayList<>();
        if (of instanceof Sequence sequence) {
            sequence.entries().forEach(entry -> elements.add(entry.value()));
        } else if (!Values.isNull(of)) {
            elements.add(of);
        }
        List<Value> results = new ArrayList<>();
        for (Value element : elements) {
            results.add(evaluate(splat.each(), scope.with(Map.of(Splat.ELEMENT, element))));
        }
        return Values.sequence(results, splat.at());
    }

    // ---- for -----------------------------------------------------------------------------------------------------

    private Value loop(For loop, Scope scope) {
        Value of = evaluate(loop.of(), scope);
        if (of instanceof Unknown || of instanceof Namespace) {
            return unknown(loop, Objects.requireNonNull(Values.unknown(of)));
        }
        List<Entry> elements = new ArrayList<>();
        Map<String, Entry> fields = new LinkedHashMap<>();
        boolean partial = false;
        for (Scope round : rounds(loop.key(), loop.value(), of, loop.at(), scope)) {
            Expression condition = loop.condition();
            if (condition != null) {
                Value included = evaluate(condition, round);
                Span missing = Values.unknown(included);
                if (missing != null) {
                    return unknown(loop, missing);
                }
                if (!Values.flag(included, condition.at())) {
                    continue;
                }
            }
            Expression newKey = loop.newKey();
            Span at = loop.result().at();
            if (newKey == null) {
                elements.add(new Entry(part(loop.result(), round), at, at));
                continue;
            }
            Value key = evaluate(newKey, round);
            Span missing = Values.unknown(key);
            if (missing != null) {
                return unknown(loop, missing);
            }
            Entry entry = new Entry(part(loop.result(), round), newKey.at(), at);
            collect(fields, Values.plain(key, newKey.at()), entry, loop);
        }
        return loop.newKey() == null ? new Sequence(elements, loop.at()) : new Fields(fields, partial, loop.at());
    }

    private static void collect(Map<String, Entry> fields, String key, Entry entry, For loop) {
        if (!loop.grouped()) {
            if (fields.put(key, entry) != null) {
                throw new HclException("The for expression makes the key \"" + key + "\" twice", loop.at());
            }
            return;
        }
        List<Entry> group = new ArrayList<>();
        Entry before = fields.get(key);
        if (before != null && before.value() instanceof Sequence sequence) {
            group.addAll(sequence.entries());
        }
        group.add(entry);
        fields.put(key, new Entry(new Sequence(group, loop.at()), entry.name(), entry.written()));
    }

    private List<Scope> rounds(@Nullable String key, String value, Value of, Span at, Scope scope) {
        List<Scope> rounds = new ArrayList<>();
        if (of instanceof Decoded decoded) {
            return rounds(key, value, decoded.tree().get(), at, scope);
        }
        if (of instanceof Fields fields) {
            // Terraform goes through an object in the order of its keys.
            fields.entries().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(field -> rounds.add(round(
                            key,
                            Value.text(field.getKey(), field.getValue().name()),
                            value,
                            field.getValue().value(),
                            scope)));
            return rounds;
        }
        List<Entry> entries = Values.entries(of, at);
        for (int i = 0; i < entries.size(); i++) {
            Value index = new Value.Scalar(
                    com.fasterxml.jackson.databind.node.IntNode.valueOf(i),
                    entries.get(i).name());
            rounds.add(round(key, index, value, entries.get(i).value(), scope));
        }
        return rounds;
    }

    private static Scope round(@Nullable String key, Value keyValue, String name, Value value, Scope scope) {
        return scope.with(key == null ? Map.of(name, value) : Map.of(key, keyValue, name, value));
    }

    // ---- templates -----------------------------------------------------------------------------------------------

    private Value template(Template template, Scope scope) {
        TextBuilder text = new TextBuilder();
        Span missing = append(template.parts(), scope, text);
        written += text.length();
        if (written > MAX_TEXT) {
            throw new HclException("The texts grow beyond " + MAX_TEXT + " characters", template.at());
        }
        return missing == null ? text.build(template.at()) : unknown(template, missing);
    }

    /** Appends parts; where that is not possible, the expression that is not known. */
    private @Nullable Span append(List<Part> parts, Scope scope, TextBuilder text) {
        for (Part part : parts) {
            Span missing = null;
            if (part instanceof Words words) {
                text.add(words);
            } else if (part instanceof Interpolation interpolation) {
                text.add(part(interpolation.of(), scope), interpolation.at());
            } else if (part instanceof IfPart choice) {
                Value condition = evaluate(choice.condition(), scope);
                missing = Values.unknown(condition);
                if (missing == null) {
                    boolean yes = Values.flag(condition, choice.condition().at());
                    missing = append(yes ? choice.yes() : choice.no(), scope, text);
                }
            } else if (part instanceof ForPart loop) {
                missing = append(loop, scope, text);
            }
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    private @Nullable Span append(ForPart loop, Scope scope, TextBuilder text) {
        Value of = evaluate(loop.of(), scope);
        if (of instanceof Unknown || of instanceof Namespace) {
            return Values.unknown(of);
        }
        for (Scope round : rounds(loop.key(), loop.value(), of, loop.at(), scope)) {
            if (++steps > MAX_STEPS || text.length() > MAX_TEXT) {
                throw new HclException("The template takes more steps than are evaluated", loop.at());
            }
            Span missing = append(loop.body(), round, text);
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }
}
