package io.github.asltestkit.mutation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.mutation.Change;
import io.github.asltestkit.internal.mutation.Operators;
import io.github.asltestkit.internal.mutation.Span;
import io.github.asltestkit.internal.parse.DefinitionParser;
import io.github.asltestkit.internal.validate.ValidationOptions;
import io.github.asltestkit.internal.validate.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The mutants of a definition: each mistake that an operator makes of it, as long as the definition is still valid then, and
 * may behave differently. Always the same, in the same order, for the same definition.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Mutants {
    private final List<Mutant> all;
    private final List<String> stillborn;
    private final Map<String, String> equal;

    private Mutants(List<Mutant> all, List<String> stillborn, Map<String, String> equal) {
        this.all = List.copyOf(all);
        this.stillborn = List.copyOf(stillborn);
        this.equal = Map.copyOf(equal);
    }

    /** What an operator made, with the name that it gets. */
    private record Named(String id, String operator, Change change) {}

    /**
     * The mutants of a definition.
     *
     * @param express whether the machine is an Express workflow, which may do less
     */
    public static Mutants of(Definition definition, boolean express) {
        List<Mutant> all = new ArrayList<>();
        List<String> stillborn = new ArrayList<>();
        Map<String, String> equal = new LinkedHashMap<>();
        Set<JsonNode> known = new HashSet<>(Set.of(definition.json()));
        for (Named named : named(definition)) {
            Change change = named.change();
            DefinitionSource changed = change.applyTo(definition.source());
            if (change.equalBecause() != null) {
                equal.put(named.id(), change.equalBecause());
            } else if (known.add(changed.json())) { // else it is the same mistake under another name
                if (valid(changed, express) == null) {
                    stillborn.add(named.id());
                } else {
                    all.add(mutant(definition, named));
                }
            }
        }
        return new Mutants(all, stillborn, equal);
    }

    /**
     * A definition with the mistake of one of its mutants. Its parts keep the places of the original.
     *
     * @return null if it has no mutant of this id
     */
    public static @Nullable Definition apply(Definition definition, boolean express, String id) {
        for (Named named : named(definition)) {
            if (named.id().equals(id)) {
                return valid(named.change().applyTo(definition.source()), express);
            }
        }
        return null;
    }

    /** The mutants, state by state in the order of the definition. */
    public List<Mutant> all() {
        return all;
    }

    /** The ids of mistakes that the loader refuses, as AWS would: they are not mutants. */
    public List<String> stillborn() {
        return stillborn;
    }

    /** The ids of mistakes that make no difference, and why they make none. */
    public Map<String, String> equal() {
        return equal;
    }

    private static List<Named> named(Definition definition) {
        List<Named> named = new ArrayList<>();
        Map<String, Integer> alike = new LinkedHashMap<>();
        Operators.changes(definition, (operator, change) -> {
            String id = (change.state().isEmpty() ? "" : change.state() + ": ") + change.text();
            int number = alike.merge(id, 1, Integer::sum);
            named.add(new Named(number == 1 ? id : id + " (" + number + ")", operator, change));
        });
        return named;
    }

    private static @Nullable Definition valid(DefinitionSource source, boolean express) {
        DefinitionParser.Parsed parsed = DefinitionParser.parse(source);
        Definition definition = parsed.definition();
        if (definition == null || parsed.diagnostics().stream().anyMatch(Diagnostic::isError)) {
            return null;
        }
        ValidationOptions options = new ValidationOptions(express, Set.of("*"));
        return Validator.validate(definition, options).stream().anyMatch(Diagnostic::isError) ? null : definition;
    }

    private static Mutant mutant(Definition definition, Named named) {
        Change change = named.change();
        Span span = Span.of(definition.source(), change);
        return new Mutant(
                named.id(),
                named.operator(),
                change.pointer(),
                span.line(),
                span.column(),
                span.endLine(),
                span.endColumn(),
                change.replacement(),
                change.reachedBy(),
                change.reachedAt(),
                change.advice());
    }
}
