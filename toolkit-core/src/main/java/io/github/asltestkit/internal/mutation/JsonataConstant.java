package io.github.asltestkit.internal.mutation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another number, text or boolean in a JSONata expression. The name of a field is none. */
final class JsonataConstant implements Operator {

    @Override
    public List<Change> changes(Site site) {
        return JsonataChanges.of(site, JsonataConstant::other);
    }

    private static @Nullable String other(JsonataTokens.Token token) {
        return switch (token.kind()) {
            case NUMBER -> number(token.text());
            case STRING -> token.key() ? null : text(token.text());
            case NAME ->
                token.infix()
                        ? null
                        : token.text().equals("true") ? "false" : token.text().equals("false") ? "true" : null;
            default -> null;
        };
    }

    private static @Nullable String number(String text) {
        try {
            return new BigDecimal(text).add(BigDecimal.ONE).toPlainString();
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static String text(String quoted) {
        char quote = quoted.charAt(quoted.length() - 1);
        return quoted.substring(0, quoted.length() - 1) + "~" + quote;
    }
}
