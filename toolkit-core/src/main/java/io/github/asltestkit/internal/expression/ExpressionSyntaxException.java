package io.github.asltestkit.internal.expression;

/** An expression that does not compile. */
public final class ExpressionSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final int offset;

    /**
     * @param message what is wrong, in AWS's words where they are known
     * @param pointer the JSON pointer of the offending value relative to the compiled template; empty for the value
     * @param offset the offset in the text where it is wrong, or -1
     */
    public ExpressionSyntaxException(String message, String pointer, int offset) {
        super(message, null, false, false);
        this.pointer = pointer;
        this.offset = offset;
    }

    public String pointer() {
        return pointer;
    }

    public int offset() {
        return offset;
    }

    /** The same problem seen from an enclosing template. */
    public ExpressionSyntaxException within(String enclosingPointer) {
        return new ExpressionSyntaxException(String.valueOf(getMessage()), enclosingPointer + pointer, offset);
    }
}
