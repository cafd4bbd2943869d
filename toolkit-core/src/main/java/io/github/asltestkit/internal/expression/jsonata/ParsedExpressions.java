package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be said of the expressions of a definition without evaluating them. Each is parsed once. */
public final class ParsedExpressions {
    private final Map<String, Parsed> known = new HashMap<>();

    /** What is known of one expression, looked up when somebody asks. */
    private static final class Parsed {
        private final String text;
        private final @Nullable Jsonata expression;
        private final @Nullable ExpressionSyntaxException refusal;
        private @Nullable JsonataReferences references;
        private @Nullable JsonataSyntax syntax;
        private boolean isRead;

        Parsed(String text) {
            this.text = text;
            Jsonata parsed = null;
            ExpressionSyntaxException refused = null;
            try {
                parsed = JsonataExpression.parse(text);
                JsonataExpression.refuseLaterOperators(text);
            } catch (ExpressionSyntaxException wrong) {
                refused = wrong;
            }
            this.expression = parsed;
            this.refusal = refused;
        }

        JsonataReferences references() {
            JsonataReferences found = references == null ? JsonataReferences.in(text) : references;
            references = found;
            return found;
        }

        @Nullable
        JsonataSyntax syntax() {
            if (!isRead && expression != null) {
                syntax = JsonataReader.read(expression);
            }
            isRead = true;
            return syntax;
        }
    }

    private @Nullable Parsed parsed(JsonNode value) {
        return JsonataTemplate.isExpression(value)
                ? known.computeIfAbsent(JsonataTemplate.inner(value), Parsed::new)
                : null;
    }

    /**
     * Checks an expression. Of a value that is no expression there is nothing to check.
     *
     * @throws ExpressionSyntaxException if it is no JSONata
     */
    public void check(JsonNode value) {
        Parsed parsed = parsed(value);
        if (parsed != null && parsed.refusal != null) {
            throw parsed.refusal;
        }
    }

    /**
     * What an expression consists of.
     *
     * @return null for a value that is no expression, and for one that cannot be read
     */
    public @Nullable JsonataSyntax syntax(JsonNode value) {
        Parsed parsed = parsed(value);
        return parsed == null ? null : parsed.syntax();
    }

    /**
     * What an expression reads from the input document that Step Functions does not give it: {@code $}, {@code $$} and names
     * at the top level, each once. Nothing for a value that is no expression.
     */
    public Collection<String> unsupportedReferences(JsonNode value) {
        Parsed parsed = parsed(value);
        return parsed == null ? List.of() : parsed.references().unsupported();
    }

    /**
     * The fields of {@code $states} that an expression reads by their names, each once. Nothing for a value that is no
     * expression.
     */
    public Collection<String> statesFields(JsonNode value) {
        Parsed parsed = parsed(value);
        return parsed == null ? List.of() : parsed.references().statesFields();
    }

    /**
     * The names of the state machine's variables that an expression reads, each once. Nothing for a value that is no
     * expression.
     */
    public Collection<String> variables(JsonNode value) {
        Parsed parsed = parsed(value);
        return parsed == null ? List.of() : parsed.references().variables();
    }
}
