package io.github.asltestkit.internal.hcl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.internal.hcl.Expression.Attribute;
import io.github.asltestkit.internal.hcl.Expression.Binary;
import io.github.asltestkit.internal.hcl.Expression.Call;
import io.github.asltestkit.internal.hcl.Expression.Conditional;
import io.github.asltestkit.internal.hcl.Expression.For;
import io.github.asltestkit.internal.hcl.Expression.Index;
import io.github.asltestkit.internal.hcl.Expression.Item;
import io.github.asltestkit.internal.hcl.Expression.Literal;
import io.github.asltestkit.internal.hcl.Expression.Mapping;
import io.github.asltestkit.internal.hcl.Expression.Splat;
import io.github.asltestkit.internal.hcl.Expression.Template;
import io.github.asltestkit.internal.hcl.Expression.Tuple;
import io.github.asltestkit.internal.hcl.Expression.Unary;
import io.github.asltestkit.internal.hcl.Expression.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads expressions. The end of a line ends one, except within parentheses and square brackets. */
final class ExpressionParser {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]{1,4})?");
    /** What is taken for a number, whether it is one or not. */
    private static final Pattern NUMBER_LIKE = Pattern.compile("[0-9]++(?:\\.[0-9]++)*+(?:[eE][-+]?[0-9]++)?");

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    /** From the loosest to the tightest. */
    private static final List<List<String>> OPERATORS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final HclScanner scanner;
    /** Whether the end of a line is a blank here. */
    private boolean lines;

    ExpressionParser(HclScanner scanner) {
        this.scanner = scanner;
    }

    /** An expression that ends with its line. */
    Expression line() {
        return within(false);
    }

    /** An expression in braces or brackets, around which there may be blanks. */
    Expression inBrackets() {
        return within(true);
    }

    private Expression within(boolean many) {
        boolean before = lines;
        lines = many;
        skip();
        Expression expression = expression();
        skip();
        lines = before;
        return expression;
    }

    private void skip() {
        scanner.skipBlanks(lines);
    }

    private Expression expression() {
        scanner.enter();
        int start = scanner.position;
        Expression condition = binary(0);
        skip();
        Expression whole = condition;
        if (scanner.takes("?")) {
            skip();
            Expression yes = expression();
            skip();
            scanner.expect(":", "of the conditional");
            skip();
            Expression no = expression();
            whole = new Conditional(condition, yes, no, from(start, no));
        }
        scanner.leave();
        return whole;
    }

    private Span from(int start, Expression last) {
        return scanner.from(start).to(last.at().end());
    }

    private Expression binary(int level) {
        if (level == OPERATORS.size()) {
            return unary();
        }
        int start = scanner.position;
        Expression left = binary(level + 1);
        while (true) {
            int before = scanner.position;
            skip();
            String operator = operator(OPERATORS.get(level));
            if (operator == null) {
                scanner.position = before;
                return left;
            }
            scanner.position += operator.length();
            skip();
            Expression right = binary(level + 1);
            left = new Binary(operator, left, right, from(start, right));
        }
    }

    private @Nullable String operator(List<String> operators) {
        for (String operator : operators) {
            boolean isComment = operator.equals("/") && (scanner.looksAt("//") || scanner.looksAt("/*"));
            if (scanner.looksAt(operator) && !isComment) {
                return operator;
            }
        }
        return null;
    }

    private Expression unary() {
        int start = scanner.position;
        if (scanner.peek() == '!' || scanner.peek() == '-') {
            char operator = scanner.peek();
            scanner.position++;
            scanner.enter();
            skip();
            Expression of = unary();
            scanner.leave();
            return new Unary(operator, of, from(start, of));
        }
        return traversal(primary(), start, true);
    }

    /**
     * The attributes and indices after an expression.
     *
     * @param indices whether indices may follow, as they may not after {@code .*}
     */
    private Expression traversal(Expression of, int start, boolean indices) {
        Expression whole = of;
        while (true) {
            int before = scanner.position;
            skip();
            if (scanner.peek() == '.' && !scanner.looksAt("...")) {
                scanner.position++;
                skip();
                whole = attribute(whole, start);
            } else if (indices && scanner.peek() == '[') {
                scanner.position++;
                whole = index(whole, start);
            } else {
                scanner.position = before;
                return whole;
            }
        }
    }

    private Expression attribute(Expression of, int start) {
        if (scanner.takes("*")) {
            Expression each =
                    traversal(new Variable(Splat.ELEMENT, scanner.from(scanner.position)), scanner.position, false);
            return new Splat(of, each, scanner.from(start));
        }
        Matcher digits = DIGITS.matcher(scanner.source.text()).region(scanner.position, scanner.end);
        if (digits.lookingAt()) {
            Span at = new Span(scanner.source, digits.start(), digits.end());
            scanner.position = digits.end();
            return new Index(of, number(digits.group(), at), scanner.from(start));
        }
        if (!scanner.isWord()) {
            throw scanner.unexpected("the name of an attribute after \".\"");
        }
        String name = scanner.word();
        return new Attribute(of, name, scanner.from(start));
    }

    private Expression index(Expression of, int start) {
        scanner.skipBlanks(true);
        if (scanner.takes("*")) {
            scanner.skipBlanks(true);
            scanner.expect("]", "after \"*\"");
            Expression each =
                    traversal(new Variable(Splat.ELEMENT, scanner.from(scanner.position)), scanner.position, true);
            return new Splat(of, each, scanner.from(start));
        }
        Expression index = inBrackets();
        scanner.expect("]", "after the index");
        return new Index(of, index, scanner.from(start));
    }

    private Expression primary() {
        char c = scanner.peek();
        int start = scanner.position;
        if (c == '"') {
            return TemplateParser.unwrapped(quoted());
        }
        if (c == '<' && scanner.looksAt("<<")) {
            return HeredocParser.read(scanner);
        }
        if (c == '(') {
            scanner.position++;
            Expression inner = inBrackets();
            scanner.expect(")", "after the expression");
            return inner;
        }
        if (c == '[') {
            return tuple();
        }
        if (c == '{') {
            return mapping();
        }
        if (c >= '0' && c <= '9') {
            return number(start);
        }
        if (!scanner.isWord()) {
            throw scanner.unexpected("an expression");
        }
        return named(start);
    }

    private Literal number(int start) {
        Matcher digits = NUMBER_LIKE.matcher(scanner.source.text()).region(start, scanner.end);
        scanner.position = digits.lookingAt() ? digits.end() : start + 1;
        Span at = scanner.from(start);
        if (!NUMBER.matcher(at.text()).matches()) {
            throw new HclException("\"" + at.text() + "\" is not a number", at);
        }
        return number(at.text(), at);
    }

    private static Literal number(String digits, Span at) {
        return new Literal(Value.number(new BigDecimal(digits)), at);
    }

    Template quoted() {
        int start = scanner.position;
        scanner.position++;
        return TemplateParser.quoted(scanner, start);
    }

    private Expression named(int start) {
        String word = scanner.word();
        while (scanner.looksAt("::")) {
            scanner.position += 2;
            word = word + "::" + scanner.word();
        }
        int after = scanner.position;
        skip();
        if (scanner.peek() == '(') {
            return call(word, start);
        }
        scanner.position = after;
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (word) {
            case "true" -> new Literal(nodes.booleanNode(true), scanner.from(start));
            case "false" -> new Literal(nodes.booleanNode(false), scanner.from(start));
            case "null" -> new Literal(nodes.nullNode(), scanner.from(start));
            default -> new Variable(word, scanner.from(start));
        };
    }

    private Expression call(String function, int start) {
        List<Expression> arguments = new ArrayList<>();
        boolean expanded = false;
        scanner.position++;
        scanner.skipBlanks(true);
        while (!scanner.takes(")")) {
            arguments.add(inBrackets());
            expanded = scanner.takes("...");
            scanner.skipBlanks(true);
            if (expanded || !scanner.takes(",")) {
                scanner.skipBlanks(true);
                scanner.expect(")", "or \",\" in the call of " + function);
                break;
            }
            scanner.skipBlanks(true);
        }
        return new Call(function, List.copyOf(arguments), expanded, scanner.from(start));
    }

    /** A first field cannot be called {@code for}, as Terraform reads it. */
    private boolean isFor() {
        return scanner.isWord("for");
    }

    private Expression tuple() {
        int start = scanner.position;
        scanner.position++;
        scanner.skipBlanks(true);
        if (isFor()) {
            return forExpression(start, "]");
        }
        List<Expression> elements = new ArrayList<>();
        while (!scanner.takes("]")) {
            elements.add(inBrackets());
            if (!scanner.takes(",")) {
                scanner.expect("]", "or \",\" in the list");
                break;
            }
            scanner.skipBlanks(true);
        }
        return new Tuple(elements, scanner.from(start));
    }

    private Expression mapping() {
        int start = scanner.position;
        scanner.position++;
        scanner.skipBlanks(true);
        if (isFor()) {
            return forExpression(start, "}");
        }
        List<Item> items = new ArrayList<>();
        while (!scanner.takes("}")) {
            Expression key = key();
            scanner.skipBlanks(false);
            if (!scanner.takes("=") && !scanner.takes(":")) {
                throw scanner.unexpected("\"=\" or \":\" after the key");
            }
            items.add(new Item(key, line()));
            boolean separated = scanner.takes(",");
            int before = scanner.position;
            scanner.skipBlanks(true);
            separated |= before < scanner.position
                    && scanner.source.text().substring(before, scanner.position).contains("\n");
            if (!separated && scanner.peek() != '}') {
                throw scanner.unexpected("\",\", \"}\" or the end of the line after the value");
            }
        }
        return new Mapping(items, scanner.from(start));
    }

    /** A name is the key itself; in parentheses, or with more to it, it is an expression. */
    private Expression key() {
        boolean inParentheses = scanner.peek() == '(';
        Expression key = line();
        if (key instanceof Variable name && !inParentheses) {
            return new Template(List.of(new Expression.Words(name.name(), name.at(), true)), name.at());
        }
        if (key instanceof Literal literal && !inParentheses && !literal.value().isNumber()) {
            String word = literal.at().text();
            return new Template(List.of(new Expression.Words(word, literal.at(), true)), literal.at());
        }
        return key;
    }

    private Expression forExpression(int start, String end) {
        scanner.enter();
        boolean before = lines;
        lines = true;
        scanner.position += "for".length();
        skip();
        String first = name();
        String second = null;
        skip();
        if (scanner.takes(",")) {
            skip();
            second = name();
            skip();
        }
        if (!scanner.isWord("in")) {
            throw scanner.unexpected("\"in\"");
        }
        scanner.position += 2;
        skip();
        Expression of = expression();
        skip();
        scanner.expect(":", "after what the for expression goes through");
        skip();
        Expression result = expression();
        skip();
        Expression newKey = null;
        boolean grouped = false;
        if (end.equals("}")) {
            scanner.expect("=>", "after the key");
            newKey = result;
            skip();
            result = expression();
            skip();
            grouped = scanner.takes("...");
            skip();
        }
        Expression condition = null;
        if (scanner.isWord("if")) {
            scanner.position += 2;
            skip();
            condition = expression();
            skip();
        }
        scanner.expect(end, "at the end of the for expression");
        lines = before;
        scanner.leave();
        String value = second == null ? first : second;
        return new For(
                second == null ? null : first, value, of, newKey, result, condition, grouped, scanner.from(start));
    }

    private String name() {
        if (!scanner.isWord()) {
            throw scanner.unexpected("a name");
        }
        return scanner.word();
    }
}
