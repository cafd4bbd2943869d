package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Utils;
import io.github.asltestkit.internal.expression.BoundedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code $contains}, {@code $match}, {@code $replace} and {@code $split}, with a bound on what a regular expression reads. Ours: the
 * bounds, and that {@code $replace} rounds its limit down. Upstream: groups, limits and replacements; not reported yet.
 */
final class JsonataRegex {
    static final List<JsonataFunction> FUNCTIONS = List.of(
            JsonataFunction.of("contains", "<s-(sf):b>", JsonataRegex::contains),
            JsonataFunction.of("match", "<s-f<s:o>n?:a<o>>", JsonataRegex::match),
            JsonataFunction.of("replace", "<s-(sf)(sf)n?:s>", JsonataRegex::replace),
            JsonataFunction.of("split", "<s-(sf)n?:a<s>>", JsonataRegex::split));

    private JsonataRegex() {}

    private static @Nullable Object contains(List<?> arguments) {
        if (!(JsonataFunction.argument(arguments, 0) instanceof String text)) {
            return null;
        }
        Object token = JsonataFunction.argument(arguments, 1);
        if (token instanceof Pattern pattern) {
            boolean[] found = {false};
            find(pattern, text, match -> {
                found[0] = true;
                return false;
            });
            return found[0];
        }
        return token instanceof String part ? text.contains(part) : Functions.contains(text, token);
    }

    private static @Nullable Object match(List<?> arguments) {
        if (!(JsonataFunction.argument(arguments, 0) instanceof String text)) {
            return null;
        }
        double limit = limit(JsonataFunction.argument(arguments, 2), "D3040");
        Pattern pattern = pattern(JsonataFunction.argument(arguments, 1));
        List<Object> matches = Utils.createSequence();
        if (limit > 0) {
            find(pattern, text, match -> {
                Map<String, Object> found = new LinkedHashMap<>();
                found.put("match", match.group());
                found.put("index", match.start());
                found.put("groups", groups(match));
                matches.add(found);
                return matches.size() < limit;
            });
        }
        return matches;
    }

    private static @Nullable Object replace(List<?> arguments) {
        if (!(JsonataFunction.argument(arguments, 0) instanceof String text)) {
            return null;
        }
        Object searched = JsonataFunction.argument(arguments, 1);
        Object replacement = JsonataFunction.argument(arguments, 2);
        if ("".equals(searched)) {
            throw new JException("D3010", -1);
        }
        double limit = Math.floor(limit(JsonataFunction.argument(arguments, 3), "D3011"));
        if (limit <= 0) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        int[] at = {0, 0};
        if (searched instanceof String part) {
            for (int found = text.indexOf(part); found >= 0 && at[1] < limit; found = text.indexOf(part, at[0])) {
                append(result, text.substring(at[0], found), String.valueOf(replacement));
                at[0] = found + part.length();
                at[1]++;
            }
        } else {
            find(pattern(searched), text, match -> {
                append(result, text.substring(at[0], match.start()), replaced(match, replacement));
                at[0] = match.end();
                return ++at[1] < limit;
            });
        }
        return result.append(text, at[0], text.length()).toString();
    }

    private static void append(StringBuilder result, String kept, String replacement) {
        if (result.length() + (long) kept.length() + replacement.length() > JsonataBounds.MAX_LENGTH) {
            throw JsonataBounds.memory();
        }
        result.append(kept).append(replacement);
    }

    private static String replaced(MatchResult match, @Nullable Object replacement) {
        if (replacement instanceof String template) {
            return filled(match, template);
        }
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("match", match.group());
        found.put("start", match.start());
        found.put("end", match.end());
        found.put("groups", groups(match));
        Object result = replacement == null ? null : JsonataCorrections.apply(replacement, List.of(found));
        if (result instanceof String text) {
            return text;
        }
        throw new JException("D3012", -1);
    }

    /** {@code $0} is the match, {@code $1} and so on its groups, {@code $$} a dollar sign. */
    private static String filled(MatchResult match, String template) {
        StringBuilder filled = new StringBuilder();
        int groups = match.groupCount();
        for (int i = 0; i < template.length(); i++) {
            if (filled.length() > JsonataBounds.MAX_LENGTH) {
                throw JsonataBounds.memory();
            }
            char next = i + 1 < template.length() ? template.charAt(i + 1) : ' ';
            if (template.charAt(i) != '$') {
                filled.append(template.charAt(i));
            } else if (next == '$') {
                filled.append('$');
                i++;
            } else if (next == '0') {
                filled.append(match.group());
                i++;
            } else if (next >= '1' && next <= '9') {
                int digits = digits(template, i + 1, groups);
                int group = Integer.parseInt(template.substring(i + 1, i + 1 + digits));
                if (group <= groups && match.group(group) != null) {
                    filled.append(match.group(group));
                }
                i += digits;
            } else {
                filled.append('$');
            }
        }
        return filled.toString();
    }

    /** How many digits of {@code $12} are meant: as many as there can be groups, unless that is a group too many. */
    private static int digits(String template, int from, int groups) {
        int most = String.valueOf(Math.max(1, groups)).length();
        int digits = 0;
        while (digits < most
                && from + digits < template.length()
                && Character.isDigit(template.charAt(from + digits))) {
            digits++;
        }
        return digits > 1 && Integer.parseInt(template.substring(from, from + digits)) > groups ? digits - 1 : digits;
    }

    private static @Nullable Object split(List<?> arguments) {
        if (!(JsonataFunction.argument(arguments, 0) instanceof String text)) {
            return null;
        }
        Object separator = JsonataFunction.argument(arguments, 1);
        double limit = limit(JsonataFunction.argument(arguments, 2), "D3020");
        List<String> parts = new ArrayList<>();
        if (separator instanceof String part) {
            int start = 0;
            if (part.isEmpty()) {
                text.chars().forEach(character -> parts.add(String.valueOf((char) character)));
            } else {
                for (int found = text.indexOf(part); found >= 0; found = text.indexOf(part, start)) {
                    parts.add(text.substring(start, found));
                    start = found + part.length();
                }
                parts.add(text.substring(start));
            }
        } else {
            int[] start = {0};
            find(pattern(separator), text, match -> {
                parts.add(text.substring(start[0], match.start()));
                start[0] = match.end();
                return parts.size() < limit;
            });
            parts.add(text.substring(start[0]));
        }
        int most = (int) Math.min(parts.size(), separator instanceof String ? Math.floor(limit) : Math.ceil(limit));
        return new ArrayList<>(parts.subList(0, most));
    }

    /** Regular expressions as the functions that they are in JSONata: from a text to its first match. */
    static List<?> asFunctions(List<?> arguments) {
        boolean any = false;
        for (Object argument : arguments) {
            any |= argument instanceof Pattern;
        }
        if (!any) {
            return arguments;
        }
        List<@Nullable Object> functions = new ArrayList<>(arguments);
        functions.replaceAll(argument -> argument instanceof Pattern pattern ? matcher(pattern) : argument);
        return functions;
    }

    private static JsonataFunction matcher(Pattern pattern) {
        return JsonataFunction.of("match", "<x:o>", arguments -> {
            Map<String, Object> first = new LinkedHashMap<>();
            if (JsonataFunction.argument(arguments, 0) instanceof String text) {
                find(pattern, text, match -> {
                    first.put("match", match.group());
                    first.put("start", match.start());
                    first.put("end", match.end());
                    first.put("groups", groups(match));
                    return false;
                });
            }
            return first.isEmpty() ? null : first;
        });
    }

    private static double limit(@Nullable Object limit, String error) {
        if (!(limit instanceof Number number)) {
            return Double.POSITIVE_INFINITY;
        }
        if (number.doubleValue() < 0) {
            throw new JException(error, -1, limit);
        }
        return number.doubleValue();
    }

    private static Pattern pattern(@Nullable Object value) {
        if (value instanceof Pattern pattern) {
            return pattern;
        }
        throw new JException("T1010", -1);
    }

    private static List<@Nullable String> groups(MatchResult match) {
        List<@Nullable String> groups = new ArrayList<>();
        for (int group = 1; group <= match.groupCount(); group++) {
            groups.add(match.group(group));
        }
        return groups;
    }

    /** Each match in turn, until the visitor has had enough. */
    private static void find(Pattern pattern, String text, Predicate<MatchResult> visitor) {
        Matcher matcher = pattern.matcher(new BoundedText(text, JsonataBounds.reads()));
        while (matcher.find()) {
            if (matcher.group().isEmpty()) {
                throw new JException("D1004", -1);
            }
            if (!visitor.test(matcher)) {
                return;
            }
        }
    }
}
