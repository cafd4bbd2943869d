package io.github.asltestkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a value of ours is the recorded one, placeholders being wildcards. Numbered placeholders stand for one text
 * throughout a case, which this object remembers.
 */
final class RecordingMatcher {
    private static final Pattern TOKEN = Pattern.compile("<<[A-Za-z][^<>]*>[^<>]*>|<[A-Za-z][^<>]*>");
    private static final Pattern NUMBERED = Pattern.compile(".*:\\d+>");
    private static final int SHOWN = 300;

    private final Map<String, String> meanings = new HashMap<>();

    /** The text that a numbered placeholder has been found to stand for; itself where it is not known. */
    String meaning(String placeholder) {
        return meanings.getOrDefault(placeholder, placeholder);
    }

    /** The first difference, with its place; empty where there is none. */
    Optional<String> difference(String place, JsonNode expected, JsonNode actual) {
        if (expected.isTextual()) {
            return matchesText(place.substring(place.lastIndexOf('/') + 1), expected.textValue(), actual)
                    ? Optional.empty()
                    : differs(place, expected, actual);
        }
        if (expected.isObject() && actual.isObject()) {
            return fieldsDiffer(place, expected, actual);
        }
        if (expected.isArray() && actual.isArray()) {
            for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
                Optional<String> found = difference(place + "/" + i, expected.get(i), actual.get(i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return expected.size() == actual.size()
                    ? Optional.empty()
                    : Optional.of(place + ": " + expected.size() + " items expected, but was " + actual.size());
        }
        if (expected.isNumber() && actual.isNumber()) {
            boolean same = expected.isIntegralNumber() == actual.isIntegralNumber()
                    && (expected.isIntegralNumber()
                            ? expected.bigIntegerValue().equals(actual.bigIntegerValue())
                            : expected.doubleValue() == actual.doubleValue());
            return same ? Optional.empty() : differs(place, expected, actual);
        }
        return expected.equals(actual) ? Optional.empty() : differs(place, expected, actual);
    }

    private Optional<String> fieldsDiffer(String place, JsonNode expected, JsonNode actual) {
        for (var field : expected.properties()) {
            String name = field.getKey();
            JsonNode value = actual.get(name);
            if (value == null) {
                return Optional.of(place + "/" + name + ": missing; expected " + shown(field.getValue()));
            }
            if (!isWildcard(name)) {
                Optional<String> found = difference(place + "/" + name, field.getValue(), value);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        TreeSet<String> more = new TreeSet<>();
        actual.fieldNames().forEachRemaining(more::add);
        expected.fieldNames().forEachRemaining(more::remove);
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of(place + "/" + more.first() + ": not expected; was " + shown(actual.get(more.first())));
    }

    static boolean isWildcard(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.startsWith("x-amz")
                || lower.equals("rolearn")
                || key.equals("TaskToken")
                || key.equals("Date")
                || key.equals("SdkHttpMetadata")
                || key.equals("SdkResponseMetadata")
                || key.startsWith("MD5Of")
                || key.equals("MessageId");
    }

    private boolean matchesText(String key, String expected, JsonNode actual) {
        if (expected.equals("timestamp") && actual.isValueNode() && CaseNormalizer.isTimestamp(key)) {
            return true;
        }
        if (expected.equals("datetime") && key.endsWith("Date")) {
            return true;
        }
        if (!actual.isTextual()) {
            Matcher token = TOKEN.matcher(expected);
            return token.matches();
        }
        String text = actual.textValue();
        if (expected.equals(text) || matchesPattern(expected, text)) {
            return true;
        }
        // AWS keeps the blanks of a payload that passes through untouched; they carry no meaning.
        if (expected.startsWith("[") || expected.startsWith("{")) {
            String compact = compact(expected);
            String compactText = compact(text);
            return compact.equals(compactText) || matchesPattern(compact, compactText) || matchesTree(expected, text);
        }
        return false;
    }

    /** A placeholder may stand for a number, which only the tree shows. */
    private boolean matchesTree(String expected, String text) {
        if (!TOKEN.matcher(expected).find()) {
            return false;
        }
        Optional<JsonNode> expectedTree = CaseNormalizer.parse(expected);
        Optional<JsonNode> tree = CaseNormalizer.parse(text);
        return expectedTree.isPresent()
                && tree.isPresent()
                && difference("", expectedTree.get(), tree.get()).isEmpty();
    }

    private static String compact(String text) {
        return CaseNormalizer.parse(text).map(JsonNode::toString).orElse(text);
    }

    private boolean matchesPattern(String expected, String text) {
        Matcher token = TOKEN.matcher(expected);
        if (!token.find()) {
            return false;
        }
        StringBuilder regex = new StringBuilder();
        Map<String, Integer> fresh = new HashMap<>();
        int end = 0;
        int groups = 0;
        do {
            regex.append(Pattern.quote(expected.substring(end, token.start())));
            String name = token.group();
            String meaning = meanings.get(name);
            if (meaning != null) {
                regex.append("(?:")
                        .append(Pattern.quote(meaning))
                        .append('|')
                        .append(Pattern.quote(name))
                        .append(')');
            } else if (fresh.containsKey(name)) {
                regex.append('\\').append(fresh.get(name));
            } else {
                regex.append("(.*)");
                groups++;
                if (NUMBERED.matcher(name).matches()) {
                    fresh.put(name, groups);
                }
            }
            end = token.end();
        } while (token.find());
        regex.append(Pattern.quote(expected.substring(end)));
        Matcher matcher = Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        fresh.forEach((name, group) -> {
            // The mocked world answers in placeholders: then nothing is learnt about the text behind it.
            if (!matcher.group(group).equals(name)) {
                meanings.put(name, matcher.group(group));
            }
        });
        return true;
    }

    private static Optional<String> differs(String place, JsonNode expected, JsonNode actual) {
        return Optional.of(place + ": expected " + shown(expected) + " but was " + shown(actual));
    }

    static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}
