package io.github.asltestkit.internal.hcl;

import java.util.function.IntUnaryOperator;

/**
 * A text in Terraform's language, or a text that such a text names.
 *
 * @param file the file that the text is in
 * @param text the text: the whole file, or a string of a JSON file
 * @param original the offset in the file of an offset in the text
 */
public record Source(String file, String text, IntUnaryOperator original) {
    /** A whole file. */
    public static Source of(String file, String text) {
        return new Source(file, text, IntUnaryOperator.identity());
    }
}
