package io.github.asltestkit.internal.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts placeholders where a text names an account: in ARNs, with their partition and region, in the addresses of queues and
 * registries, and wherever else an account number stands alone that an ARN of the same values names. The ARNs of a definition's
 * {@code Resource} that have no account, such as {@code arn:aws:states:::lambda:invoke}, stay.
 */
public final class Placeholders implements UnaryOperator<String> {
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:([a-z0-9-]*):([a-z0-9-]*):(\\d{12})(?!\\d)");
    private static final Pattern HOSTED =
            Pattern.compile("(?<=amazonaws\\.com/)\\d{12}(?!\\d)|(?<!\\d)\\d{12}(?=\\.dkr\\.ecr\\.)");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");
    private static final String ACCOUNT = "<account>";

    /** The digits of an account. */
    private static final int DIGITS = 12;

    private final Set<String> accounts = new HashSet<>();

    private Placeholders() {}

    /** Those for the accounts that the ARNs of some values name. */
    public static Placeholders of(JsonNode... values) {
        Placeholders placeholders = new Placeholders();
        for (JsonNode value : values) {
            placeholders.learn(value);
        }
        return placeholders;
    }

    private void learn(JsonNode value) {
        if (value.isTextual()) {
            learn(value.textValue());
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                learn(field.getKey());
                learn(field.getValue());
            }
        } else {
            value.forEach(this::learn);
        }
    }

    private void learn(String text) {
        if (text.contains("arn:aws")) {
            Matcher arn = ARN.matcher(text);
            while (arn.find()) {
                accounts.add(arn.group(3));
            }
        }
    }

    @Override
    public String apply(String text) {
        if (text.length() < DIGITS || !hasDigits(text)) {
            return text;
        }
        String replaced = ARN.matcher(text)
                .replaceAll(arn -> Matcher.quoteReplacement("arn:<partition>:" + arn.group(1) + ":"
                        + (arn.group(2).isEmpty() ? "" : "<region>") + ":" + ACCOUNT));
        replaced = HOSTED.matcher(replaced).replaceAll(ACCOUNT);
        return NUMBER.matcher(replaced)
                .replaceAll(number -> accounts.contains(number.group()) ? ACCOUNT : number.group());
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
