package io.github.asltestkit.internal.mutation;

/** Texts that are JSONata expressions between their delimiters. */
final class JsonataTexts {
    private JsonataTexts() {}

    static boolean isExpression(String text) {
        String stripped = text.strip();
        return stripped.length() >= 4 && stripped.startsWith("{%") && stripped.endsWith("%}");
    }

    /** The expression with something around it, between the same delimiters. */
    static String wrapped(String text, String before, String after) {
        String inner = text.strip();
        return "{% " + before + inner.substring(2, inner.length() - 2).strip() + after + " %}";
    }
}
