package io.github.asltestkit.mock;

import java.util.Optional;

/**
 * Where in a test something was said.
 *
 * @param text {@code Class.method(File.java:12)}, as an IDE's console recognises it
 */
record CallSite(String text) {
    private static final String OURS = "io.github.asltestkit.";
    private static final String SAMPLES = "io.github.asltestkit.samples.";

    /** The nearest caller that is not part of the toolkit. */
    static CallSite here() {
        Optional<StackWalker.StackFrame> caller = StackWalker.getInstance()
                .walk(frames -> frames.filter(CallSite::isTest).findFirst());
        return new CallSite(caller.map(CallSite::describe).orElse("an unknown place"));
    }

    private static boolean isTest(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        boolean toolkit = name.startsWith(OURS) && !name.startsWith(SAMPLES) && !name.endsWith("Test");
        return !toolkit && !name.startsWith("java.") && !name.startsWith("jdk.");
    }

    private static String describe(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        String simple = name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
        return simple + "." + frame.getMethodName() + "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
    }
}
