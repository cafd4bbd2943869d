package io.github.asltestkit.internal.hcl;

import io.github.asltestkit.internal.hcl.Body.Block;
import io.github.asltestkit.internal.hcl.Expression.Literal;
import io.github.asltestkit.internal.hcl.Expression.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads files in Terraform's language into blocks and expressions that know where they are written.
 *
 * <p>No library does: {@code com.bertramlabs.plugins:hcl4j} 0.9.8, the only one of some use for the JVM, makes Maps without
 * places, evaluates while it reads, and brings slf4j; HashiCorp's own parser is for Go. A test outside of
 * {@code mvn verify} compares this reader with HashiCorp's ({@code HashiCorpComparison}).
 */
public final class HclParser {
    private final HclScanner scanner;
    private final ExpressionParser expressions;

    private HclParser(Source source) {
        this.scanner = new HclScanner(source);
        this.expressions = new ExpressionParser(scanner);
    }

    /**
     * The blocks of a file.
     *
     * @throws HclException if Terraform would refuse the text
     */
    public static Body file(Source source) {
        HclParser parser = new HclParser(source);
        Body body = parser.body(false);
        if (!parser.scanner.isEnd()) {
            throw parser.scanner.unexpected("an argument or a block");
        }
        return body;
    }

    /**
     * A whole text in Terraform's template language, such as a file that {@code templatefile} names.
     *
     * @throws HclException if Terraform would refuse the text
     */
    public static Template template(Source source) {
        return TemplateParser.whole(source);
    }

    /**
     * A string of a {@code .tf.json} file: a template, and if the template is one interpolation, the value of that.
     *
     * @throws HclException if Terraform would refuse the text
     */
    public static Expression string(Source source) {
        return TemplateParser.unwrapped(TemplateParser.whole(source));
    }

    /** Arguments and blocks up to a closing brace or the end. */
    private Body body(boolean oneLine) {
        Body body = new Body();
        scanner.enter();
        while (true) {
            scanner.skipBlanks(!oneLine);
            if (scanner.isEnd() || scanner.peek() == '}') {
                scanner.leave();
                return body;
            }
            if (!scanner.isWord() && scanner.peek() != '"') {
                throw scanner.unexpected("an argument or a block");
            }
            int start = scanner.position;
            String word = scanner.peek() == '"' ? label() : scanner.word();
            scanner.skipBlanks(false);
            if (scanner.peek() == '=' && !scanner.looksAt("==")) {
                scanner.position++;
                Span name = scanner.from(start);
                Expression value = expressions.line();
                if (body.attributes().putIfAbsent(word, value) != null) {
                    throw new HclException("The argument \"" + word + "\" is set twice", name);
                }
                endOfLine();
            } else {
                body.blocks().add(block(word, start));
                endOfLine();
            }
        }
    }

    private void endOfLine() {
        scanner.skipBlanks(false);
        if (!scanner.isEnd() && scanner.peek() != '\n' && scanner.peek() != '}') {
            throw scanner.unexpected("the end of the line");
        }
    }

    private Block block(String type, int start) {
        List<String> labels = new ArrayList<>();
        while (scanner.peek() == '"' || scanner.isWord()) {
            labels.add(scanner.peek() == '"' ? label() : scanner.word());
            scanner.skipBlanks(false);
        }
        Span at = scanner.from(start);
        scanner.expect("{", "or \"=\" after " + type);
        scanner.skipBlanks(false);
        Body body = body(false);
        scanner.expect("}", "at the end of the block " + type);
        return new Block(type, List.copyOf(labels), body, at);
    }

    private String label() {
        return literal(expressions.quoted());
    }

    /** The text of a template that is known without evaluating anything. */
    private static String literal(Expression expression) {
        if (expression instanceof Template template) {
            StringBuilder text = new StringBuilder();
            for (Expression.Part part : template.parts()) {
                if (!(part instanceof Expression.Words words)) {
                    throw new HclException("A label is plain text", template.at());
                }
                text.append(words.text());
            }
            return text.toString();
        }
        throw new HclException(
                "A label is plain text, not " + (expression instanceof Literal ? "a literal" : "an expression"),
                expression.at());
    }
}
