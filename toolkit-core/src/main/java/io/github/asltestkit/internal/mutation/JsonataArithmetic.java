package io.github.asltestkit.internal.mutation;

import java.util.List;
import java.util.Map;

/** Another arithmetic operator in a JSONata expression. */
final class JsonataArithmetic implements Operator {
    private static final Map<String, String> OTHERS = Map.of("+", "-", "-", "+", "*", "/", "/", "*", "%", "*");

    @Override
    public List<Change> changes(Site site) {
        return JsonataChanges.of(
                site,
                token ->
                        token.infix() && token.kind() == JsonataTokens.Kind.OPERATOR ? OTHERS.get(token.text()) : null);
    }
}
