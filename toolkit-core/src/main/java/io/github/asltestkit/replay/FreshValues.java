package io.github.asltestkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares payloads of two executions of one machine. What every execution makes anew counts as the same by its role, not
 * by its text: the ids, names and task tokens that the Context object gives; UUIDs; and instants that neither the input
 * nor an answer holds, for those are the clock's; and placeholders such as {@code ${ChargeFunction}}. One text of the replay stands for one text of the recording throughout.
 */
final class FreshValues implements PayloadComparison {
    static final String NOTHING = "(nothing)";

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})");

    /** A placeholder that has no value in the test stands for what it was in production. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^{}]+}");

    /** Texts of the replay that the Context object gave: longest first, so that a name does not hide in an ARN. */
    private final List<String> ofContext;

    private final Set<String> given = new HashSet<>();
    private final Map<String, String> meanings = new HashMap<>();

    /**
     * Learns what the replay made.
     *
     * @param ofContext ids, names and tokens of the replayed execution
     * @param given the payloads that came from outside: the input, and every answer
     */
    FreshValues(Set<String> ofContext, List<JsonNode> given) {
        this.ofContext = ofContext.stream()
                .filter(text -> !text.isEmpty())
                .sorted((one, other) ->
                        one.length() == other.length() ? one.compareTo(other) : other.length() - one.length())
                .toList();
        given.forEach(this::addInstants);
    }

    private void addInstants(JsonNode node) {
        if (node.isTextual()) {
            Matcher instant = INSTANT.matcher(node.textValue());
            while (instant.find()) {
                given.add(instant.group());
            }
        }
        node.forEach(this::addInstants);
    }

    @Override
    public List<Difference> differences(JsonNode recorded, JsonNode replayed) {
        List<Difference> found = new ArrayList<>();
        compare("", recorded, replayed, found);
        return found;
    }

    private void compare(String pointer, JsonNode recorded, JsonNode replayed, List<Difference> found) {
        if (recorded.isObject() && replayed.isObject()) {
            Set<String> more = new TreeSet<>();
            replayed.fieldNames().forEachRemaining(more::add);
            for (Map.Entry<String, JsonNode> field : recorded.properties()) {
                String at = pointer + "/" + Pointers.segment(field.getKey());
                more.remove(field.getKey());
                compareField(at, field.getValue(), replayed.get(field.getKey()), found);
            }
            for (String name : more) {
                found.add(new Difference(
                        pointer + "/" + Pointers.segment(name),
                        NOTHING,
                        replayed.path(name).toString()));
            }
        } else if (recorded.isArray() && replayed.isArray()) {
            Iterator<JsonNode> left = recorded.iterator();
            Iterator<JsonNode> right = replayed.iterator();
            for (int i = 0; left.hasNext() || right.hasNext(); i++) {
                String at = pointer + "/" + i;
                if (!left.hasNext()) {
                    found.add(new Difference(at, NOTHING, right.next().toString()));
                } else {
                    compareField(at, left.next(), right.hasNext() ? right.next() : null, found);
                }
            }
        } else if (!same(recorded, replayed)) {
            found.add(new Difference(pointer, recorded.toString(), replayed.toString()));
        }
    }

    private void compareField(String at, JsonNode recorded, @Nullable JsonNode replayed, List<Difference> found) {
        if (replayed == null) {
            found.add(new Difference(at, recorded.toString(), NOTHING));
        } else {
            compare(at, recorded, replayed, found);
        }
    }

    private boolean same(JsonNode recorded, JsonNode replayed) {
        if (recorded.isNumber() && replayed.isNumber()) {
            return recorded.decimalValue().compareTo(replayed.decimalValue()) == 0;
        }
        if (recorded.isTextual() && replayed.isTextual()) {
            return recorded.textValue().equals(replayed.textValue())
                    || matches(recorded.textValue(), replayed.textValue());
        }
        return recorded.equals(replayed);
    }

    /** Texts: the same but for what was made anew. */
    boolean matches(String recorded, String replayed) {
        StringBuilder regex = new StringBuilder();
        List<String> groups = new ArrayList<>();
        int at = 0;
        while (at < replayed.length()) {
            Piece piece = nextPiece(replayed, at);
            regex.append(Pattern.quote(replayed.substring(at, piece.start())));
            if (piece.text().isEmpty()) {
                break;
            }
            String meaning = meanings.get(piece.text());
            regex.append(meaning == null ? "(" + piece.form() + ")" : "(" + Pattern.quote(meaning) + ")");
            groups.add(piece.text());
            at = piece.start() + piece.text().length();
        }
        if (groups.isEmpty()) {
            return false;
        }
        Matcher matcher = Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(recorded);
        if (!matcher.matches()) {
            return false;
        }
        for (int i = 0; i < groups.size(); i++) {
            // An instant is a moment, not a name: two states may well be entered in the same one.
            if (!INSTANT.matcher(groups.get(i)).matches()) {
                meanings.putIfAbsent(groups.get(i), matcher.group(i + 1));
            }
        }
        return true;
    }

    /** A part of a text that was made anew, and what such parts look like; the end of the text where there is none. */
    private record Piece(int start, String text, String form) {}

    private Piece nextPiece(String text, int from) {
        Piece first = new Piece(text.length(), "", "");
        for (String made : ofContext) {
            int at = text.indexOf(made, from);
            if (at >= 0 && at < first.start()) {
                first = new Piece(at, made, ".+?");
            }
        }
        first = earlier(first, UUID.matcher(text), from, UUID.pattern());
        first = earlier(first, PLACEHOLDER.matcher(text), from, ".+?");
        Matcher instant = INSTANT.matcher(text);
        int at = from;
        while (at <= text.length() && instant.find(at) && instant.start() < first.start()) {
            if (!given.contains(instant.group())) {
                return new Piece(instant.start(), instant.group(), INSTANT.pattern());
            }
            at = instant.end();
        }
        return first;
    }

    private static Piece earlier(Piece first, Matcher matcher, int from, String form) {
        return matcher.find(from) && matcher.start() < first.start()
                ? new Piece(matcher.start(), matcher.group(), form)
                : first;
    }
}
