package io.github.asltestkit.internal.shape;

import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.jsonata.ParsedExpressions;
import io.github.asltestkit.internal.expression.jsonpath.IntrinsicExpression;
import io.github.asltestkit.internal.expression.jsonpath.JsonPath;
import io.github.asltestkit.internal.expression.jsonpath.ReferencePath;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The expressions of a definition, each compiled once; null for what is none, of which other rules tell. */
final class Compiled {
    private final Map<String, Object> paths = new HashMap<>();
    private final Map<String, Object> intrinsics = new HashMap<>();
    private final Map<String, Object> targets = new HashMap<>();
    private final ParsedExpressions jsonata;

    Compiled(ParsedExpressions jsonata) {
        this.jsonata = jsonata;
    }

    /** What a text stands for that is no expression. */
    private enum Refused {
        REFUSED
    }

    @Nullable
    JsonPath path(String text) {
        return compiled(paths, text, JsonPath.class, JsonPath::compile);
    }

    @Nullable
    IntrinsicExpression intrinsic(String text) {
        return compiled(intrinsics, text, IntrinsicExpression.class, IntrinsicExpression::compile);
    }

    @Nullable
    ReferencePath target(String text) {
        return compiled(targets, text, ReferencePath.class, ReferencePath::compileTarget);
    }

    ParsedExpressions jsonata() {
        return jsonata;
    }

    private <T> @Nullable T compiled(
            Map<String, Object> known, String text, Class<T> type, Function<String, T> compiler) {
        Object found = known.get(text);
        if (found == null) {
            try {
                found = compiler.apply(text);
            } catch (ExpressionSyntaxException refused) {
                found = Refused.REFUSED;
            }
            known.put(text, found);
        }
        return type.isInstance(found) ? type.cast(found) : null;
    }
}
