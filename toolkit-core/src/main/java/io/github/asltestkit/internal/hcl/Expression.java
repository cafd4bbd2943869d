package io.github.asltestkit.internal.hcl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression.
 *
 * @see <a href="https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md">HCL Native Syntax Specification</a>
 */
public sealed interface Expression {
    /** Where it is written. */
    Span at();

    /** A number, true, false or null. */
    record Literal(JsonNode value, Span at) implements Expression {}

    /** A text in quotes or a heredoc. */
    record Template(List<Part> parts, Span at) implements Expression {}

    /** {@code [a, b]}. */
    record Tuple(List<Expression> elements, Span at) implements Expression {}

    /** <code>{ a = b }</code>. */
    record Mapping(List<Item> items, Span at) implements Expression {}

    /** One item of a mapping. */
    record Item(Expression key, Expression value) {}

    /** {@code [for k, v in of : result if condition]}, and with a {@code newKey} <code>{for ... : newKey => result}</code>. */
    record For(
            @Nullable String key,
            String value,
            Expression of,
            @Nullable Expression newKey,
            Expression result,
            @Nullable Expression condition,
            boolean grouped,
            Span at)
            implements Expression {}

    /** A name with which a reference begins. */
    record Variable(String name, Span at) implements Expression {}

    /** {@code of.name}. */
    record Attribute(Expression of, String name, Span at) implements Expression {}

    /** {@code of[index]}. */
    record Index(Expression of, Expression index, Span at) implements Expression {}

    /** {@code of[*].name}: the expression for each element, which it calls {@link #ELEMENT}. */
    record Splat(Expression of, Expression each, Span at) implements Expression {
        static final String ELEMENT = "*";
    }

    /** {@code function(arguments)}; {@code expanded} where three dots follow the last argument. */
    record Call(String function, List<Expression> arguments, boolean expanded, Span at) implements Expression {}

    /** {@code condition ? yes : no}. */
    record Conditional(Expression condition, Expression yes, Expression no, Span at) implements Expression {}

    /** {@code left operator right}. */
    record Binary(String operator, Expression left, Expression right, Span at) implements Expression {}

    /** {@code !of} or {@code -of}. */
    record Unary(char operator, Expression of, Span at) implements Expression {}

    /** A part of a template. */
    sealed interface Part {}

    /**
     * Text.
     *
     * @param at where it is written
     * @param verbatim whether each character of the text is one character of the source
     */
    record Words(String text, Span at, boolean verbatim) implements Part {}

    /** <code>${of}</code>. */
    record Interpolation(Expression of, Span at) implements Part {}

    /** <code>%{if condition}yes%{else}no%{endif}</code>. */
    record IfPart(Expression condition, List<Part> yes, List<Part> no, Span at) implements Part {}

    /** <code>%{for key, value in of}body%{endfor}</code>. */
    record ForPart(@Nullable String key, String value, Expression of, List<Part> body, Span at) implements Part {}
}
