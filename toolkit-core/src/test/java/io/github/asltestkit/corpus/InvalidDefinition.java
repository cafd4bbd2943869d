package io.github.asltestkit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.definition.LoadedDefinition;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A definition that a validator refuses: what the validator says of it, and what of that we do not say. */
final class InvalidDefinition {
    /** CreateStateMachine's own words. */
    private static final Pattern BY_AWS =
            Pattern.compile("Invalid State Machine Definition: '(?<code>\\w+): (?<message>.*) at (?<at>[^']*)'");

    private static final Pattern SCHEMA_PATH = Pattern.compile("(?<pointer>/.*) is invalid\\.");

    private final JsonNode row;
    private final LoadedDefinition loaded;
    private final List<Diagnostic> errors;

    InvalidDefinition(JsonNode row, LoadedDefinition loaded) {
        this.row = row;
        this.loaded = loaded;
        this.errors = loaded.diagnostics().stream().filter(Diagnostic::isError).toList();
    }

    /** Whether nothing is wrong with it, and the list says why. */
    boolean isAcceptedByAws() {
        boolean allListed = !row.path("problems").isEmpty();
        for (JsonNode problem : row.path("problems")) {
            allListed &= Accepted.problem(file(), problem);
        }
        return errors.isEmpty() && (allListed || Accepted.whole(file()));
    }

    /** The problems of the row that we do not tell and that AWS has. */
    List<String> untold() {
        List<String> untold = new ArrayList<>();
        if (errors.isEmpty()) {
            untold.add("is not refused");
        }
        for (JsonNode problem : row.path("problems")) {
            if (errors.stream().noneMatch(told(problem)) && !Accepted.problem(file(), problem)) {
                untold.add("is refused, but not for " + problem);
                errors.forEach(error -> untold.add("  ours: " + error.location() + " " + error.message()));
            }
        }
        return untold;
    }

    private String file() {
        return row.path("file").asText();
    }

    private Predicate<Diagnostic> told(JsonNode problem) {
        String message = problem.path("message").asText();
        Matcher aws = BY_AWS.matcher(message.replace("<partition>", "aws"));
        if (aws.find()) {
            return ours -> ours.code().equals(aws.group("code"))
                    && ours.message().equals(aws.group("message"))
                    && aws.group("at").equals(ours.awsLocation());
        }
        if (problem.has("location")) {
            return ours -> ours.code().equals(problem.path("code").asText())
                    && ours.message().equals(message)
                    && problem.path("location").asText().equals(ours.awsLocation());
        }
        Predicate<Diagnostic> reason = ours -> Reasons.agree(problem, ours);
        return place(problem).map(reason::and).orElse(reason);
    }

    /** Whether an error of ours stands where the problem does; empty where the problem names no place. */
    private Optional<Predicate<Diagnostic>> place(JsonNode problem) {
        if (problem.has("line")) {
            return Optional.of(position(
                    problem.path("line").asInt(), problem.path("column").asInt()));
        }
        if (problem.has("path")) {
            StringBuilder pointer = new StringBuilder();
            for (int i = 1; i < problem.path("path").size(); i++) {
                pointer.append('/').append(problem.path("path").get(i).asText());
            }
            return Optional.of(pointer(Set.of(pointer.toString())));
        }
        Matcher schema = SCHEMA_PATH.matcher(problem.path("message").asText());
        return schema.lookingAt() ? Optional.of(pointer(Set.of(schema.group("pointer")))) : Optional.empty();
    }

    /** The same field or value: validators differ in whether they show a field's name or its value. */
    private Predicate<Diagnostic> position(int line, int column) {
        Set<String> there = new HashSet<>();
        DefinitionSource source = loaded.source();
        if (source != null) {
            collect(source, source.json(), "", line, column, there);
        }
        String position = line + ":" + column;
        return pointer(there)
                .or(ours -> ours.location().place().endsWith(":" + position))
                .or(ours -> ours.hint() != null && ours.hint().endsWith(" " + position));
    }

    private static void collect(
            DefinitionSource source, JsonNode node, String pointer, int line, int column, Set<String> found) {
        for (Location location : List.of(source.locate(pointer), source.locateName(pointer))) {
            if (location.line() == line && location.column() == column) {
                found.add(pointer);
            }
        }
        node.properties().forEach(field -> {
            String name = field.getKey().replace("~", "~0").replace("/", "~1");
            collect(source, field.getValue(), pointer + "/" + name, line, column, found);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(source, node.get(i), pointer + "/" + i, line, column, found);
        }
    }

    /** At one of the pointers; where fields exclude one another, any of those that the message names. */
    private static Predicate<Diagnostic> pointer(Set<String> pointers) {
        return ours -> pointers.stream().anyMatch(pointer -> {
            int name = pointer.lastIndexOf('/') + 1;
            String at = ours.location().pointer();
            boolean together = ours.message().contains("only be one of")
                    && at.startsWith(pointer.substring(0, name))
                    && at.indexOf('/', name) < 0
                    && ours.message().matches(".*\\b" + Pattern.quote(pointer.substring(name)) + "\\b.*");
            return at.equals(pointer) || together;
        });
    }
}
