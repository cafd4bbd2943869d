package io.github.asltestkit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.Scope;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code $states} of one evaluation. The Context object is made when an expression reaches for it: few do, and making it costs
 * more than most expressions.
 */
final class JsonataStates extends AbstractMap<String, Object> {
    private static final String INPUT = "input";
    private static final String RESULT = "result";
    private static final String ERROR_OUTPUT = "errorOutput";
    private static final String CONTEXT = "context";

    private final Scope scope;
    private @Nullable Object context;

    JsonataStates(Scope scope) {
        this.scope = scope;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        if (INPUT.equals(key)) {
            return JsonataValues.view(scope.input());
        }
        if (RESULT.equals(key)) {
            return view(scope.result());
        }
        if (ERROR_OUTPUT.equals(key)) {
            return view(scope.errorOutput());
        }
        return CONTEXT.equals(key) ? context() : null;
    }

    private Object context() {
        Object made = context;
        if (made == null) {
            made = JsonataValues.view(scope.context());
            context = made;
        }
        return made;
    }

    private static @Nullable Object view(@Nullable JsonNode node) {
        return node == null ? null : JsonataValues.view(node);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return INPUT.equals(key)
                || CONTEXT.equals(key)
                || (RESULT.equals(key) && scope.result() != null)
                || (ERROR_OUTPUT.equals(key) && scope.errorOutput() != null);
    }

    @Override
    public int size() {
        return 2 + (scope.result() == null ? 0 : 1) + (scope.errorOutput() == null ? 0 : 1);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(INPUT, JsonataValues.view(scope.input()));
        Object result = view(scope.result());
        if (result != null) {
            all.put(RESULT, result);
        }
        Object errorOutput = view(scope.errorOutput());
        if (errorOutput != null) {
            all.put(ERROR_OUTPUT, errorOutput);
        }
        all.put(CONTEXT, context());
        return all.entrySet();
    }
}
