package io.github.asltestkit.internal.mutation;

import java.util.List;
import java.util.Map;

/** A comparison of a JSONata expression is moved by its boundary, or says the opposite. */
final class JsonataComparison implements Operator {
    private static final Map<String, String> OTHERS =
            Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">", "=", "!=", "!=", "=");

    @Override
    public List<Change> changes(Site site) {
        return JsonataChanges.of(
                site,
                token ->
                        token.infix() && token.kind() == JsonataTokens.Kind.OPERATOR ? OTHERS.get(token.text()) : null);
    }
}
