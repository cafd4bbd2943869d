package io.github.asltestkit.internal.api;

import io.github.asltestkit.internal.api.Shape.Member;
import io.github.asltestkit.internal.api.Shape.Range;
import io.github.asltestkit.internal.io.ClassPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operations of the API and the shapes of their requests, as {@code requests.txt} lists them. */
final class ApiModel {
    private static final Pattern LINE = Pattern.compile("(?<kind>\\w+) (?<name>\\w+)(?: (?<rest>.*))?");
    private static final Pattern RANGE = Pattern.compile("(?<least>\\d*)\\.\\.(?<most>\\d*)");

    private final Map<String, Shape.Structure> requests = new LinkedHashMap<>();
    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    private ApiModel() {}

    /** Reads the model that comes with the toolkit. */
    static ApiModel load() {
        ApiModel model = new ApiModel();
        ClassPath.own(ApiModel.class, "requests.txt").lines().forEach(model::read);
        return model;
    }

    /** The names of all operations. */
    Set<String> operations() {
        return Collections.unmodifiableSet(requests.keySet());
    }

    /** The request of an operation, or null where there is no such operation. */
    Shape.@Nullable Structure request(String operation) {
        return requests.get(operation);
    }

    Shape shape(String name) {
        Shape shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalStateException("requests.txt does not say what " + name + " is");
        }
        return shape;
    }

    private void read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return;
        }
        String name = parts.group("name");
        String rest = parts.group("rest") == null ? "" : parts.group("rest");
        switch (parts.group("kind")) {
            case "request" -> requests.put(name, new Shape.Structure(name, members(rest)));
            case "structure" -> shapes.put(name, new Shape.Structure(name, members(rest)));
            case "list" -> shapes.put(name, new Shape.Sequence(rest.split(" ")[0], range(rest)));
            case "text" -> shapes.put(name, text(rest));
            case "integer" -> shapes.put(name, new Shape.Whole(range(rest)));
            case "number" -> shapes.put(name, new Shape.Decimal(range(rest)));
            case "truth" -> shapes.put(name, new Shape.Truth());
            default -> throw new IllegalStateException("requests.txt: " + line);
        }
    }

    private static Map<String, Member> members(String rest) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (String word : rest.split(" ")) {
            int colon = word.indexOf(':');
            if (colon > 0) {
                boolean required = word.charAt(colon - 1) == '!';
                members.put(
                        word.substring(0, required ? colon - 1 : colon),
                        new Member(word.substring(colon + 1), required));
            }
        }
        return members;
    }

    private static Shape.Text text(String rest) {
        int values = rest.indexOf("one of ");
        int pattern = rest.indexOf("like ");
        return new Shape.Text(
                range(rest),
                rest.contains(" secret") || rest.startsWith("secret"),
                values < 0
                        ? List.of()
                        : List.of(rest.substring(values + "one of ".length()).split(" ")),
                pattern < 0 ? null : Pattern.compile(rest.substring(pattern + "like ".length())));
    }

    private static Range range(String rest) {
        Matcher range = RANGE.matcher(rest);
        return range.find() ? new Range(bound(range.group("least")), bound(range.group("most"))) : Range.ANY;
    }

    private static @Nullable Long bound(String digits) {
        return digits.isEmpty() ? null : Long.valueOf(digits);
    }
}
