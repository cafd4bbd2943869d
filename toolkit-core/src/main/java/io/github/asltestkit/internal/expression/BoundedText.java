package io.github.asltestkit.internal.expression;

import java.util.function.Supplier;

/**
 * A text that a regular expression may read so many times: a pattern that goes back and forth for ever ends, at the same
 * place on every machine.
 */
public final class BoundedText implements CharSequence {
    /** Reads of a character that all matches of one evaluation have together. */
    public static final class Reads {
        private static final long MAX = 50_000_000;

        private final Supplier<? extends RuntimeException> passed;
        private long reads;

        /**
         * @param passed what is thrown when the bound is passed
         */
        public Reads(Supplier<? extends RuntimeException> passed) {
            this.passed = passed;
        }

        private void count() {
            if (++reads > MAX) {
                throw passed.get();
            }
        }
    }

    private final String text;
    private final Reads reads;

    /** A text that is read on the account of these reads. */
    public BoundedText(String text, Reads reads) {
        this.text = text;
        this.reads = reads;
    }

    @Override
    public char charAt(int index) {
        reads.count();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
