package io.github.asltestkit.internal.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts placeholders into ARNs, for their partition, region and account; for the account in the addresses of queues and registries;
 * and for an account number that stands alone, if an ARN of the same values names it.
 */
public final class Placeholders implements UnaryOperator<String> {
    private static final String ARNS = "arn:aws";
    private static final String NO_PARTITION = "arn:<partition>:";
    private static final String ACCOUNT = "<account>";

    /** The digits of an account. */
    private static final int DIGITS = 12;

    /** Compiled when the first text names an account: most suites have none. */
    private static final class Patterns {
        static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:([a-z0-9-]*):([a-z0-9-]*):(\\d{12})(?!\\d)");
        static final Pattern PARTITION = Pattern.compile("arn:aws[a-z-]*:");
        static final Pattern HOSTED =
                Pattern.compile("(?<=amazonaws\\.com/)\\d{12}(?!\\d)|(?<!\\d)\\d{12}(?=\\.dkr\\.ecr\\.)");
        static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");
    }

    private final @Nullable Placeholders before;
    private final List<JsonNode> values;
    private volatile @Nullable Set<String> accounts;

    private Placeholders(@Nullable Placeholders before, List<JsonNode> values) {
        this.before = before;
        this.values = values;
    }

    /** Those for the accounts that the ARNs of some values name. */
    public static Placeholders of(JsonNode... values) {
        return new Placeholders(null, List.of(values));
    }

    /** These, and those for further values. */
    public Placeholders and(List<JsonNode> more) {
        return new Placeholders(this, more);
    }

    /** Looked for when the first text may name one: most stays have no such text. */
    private Set<String> accounts() {
        Set<String> known = accounts;
        if (known == null) {
            known = before == null ? new HashSet<>() : new HashSet<>(before.accounts());
            for (JsonNode value : values) {
                learn(value, known);
            }
            accounts = known;
        }
        return known;
    }

    private static void learn(JsonNode value, Set<String> accounts) {
        if (value.isTextual()) {
            learn(value.textValue(), accounts);
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                learn(field.getKey(), accounts);
                learn(field.getValue(), accounts);
            }
        } else {
            for (JsonNode element : value) {
                learn(element, accounts);
            }
        }
    }

    private static void learn(String text, Set<String> accounts) {
        if (text.contains(ARNS)) {
            Matcher arn = Patterns.ARN.matcher(text);
            while (arn.find()) {
                accounts.add(arn.group(3));
            }
        }
    }

    @Override
    public String apply(String text) {
        if (text.length() < ARNS.length()) {
            return text;
        }
        if (!hasDigits(text)) {
            return text.contains(ARNS) ? Patterns.PARTITION.matcher(text).replaceAll(NO_PARTITION) : text;
        }
        String replaced = Patterns.ARN
                .matcher(text)
                .replaceAll(arn -> Matcher.quoteReplacement(NO_PARTITION + arn.group(1) + ":"
                        + (arn.group(2).isEmpty() ? "" : "<region>") + ":" + ACCOUNT));
        replaced = Patterns.PARTITION.matcher(replaced).replaceAll(NO_PARTITION);
        replaced = Patterns.HOSTED.matcher(replaced).replaceAll(ACCOUNT);
        return Patterns.NUMBER
                .matcher(replaced)
                .replaceAll(number -> accounts().contains(number.group()) ? ACCOUNT : number.group());
    }

    /** Whether there are as many digits in a row as an account has: most texts have not, and are done with. */
    private static boolean hasDigits(String text) {
        int row = 0;
        for (int i = 0; i < text.length() && row < DIGITS; i++) {
            char c = text.charAt(i);
            row = c >= '0' && c <= '9' ? row + 1 : 0;
        }
        return row >= DIGITS;
    }
}
