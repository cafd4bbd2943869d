package io.github.asltestkit.mock;

import java.util.Optional;
import java.util.Set;

/**
 * Where in a test something was said.
 *
 * @param text {@code Class.method(File.java:12)}, as an IDE's console recognises it
 */
record CallSite(String text) {
    /** What a test calls to say something: the caller of these is the test, or a helper of it. */
    private static final Set<String> ENTRANCES = Set.of(
            CallSite.class.getName(),
            Mock.class.getName(),
            MockedResponse.class.getName(),
            Mocks.class.getName(),
            "io.github.asltestkit.StateMachineHarness");

    /** The nearest caller that is not part of the toolkit. */
    static CallSite here() {
        Optional<StackWalker.StackFrame> caller = StackWalker.getInstance()
                .walk(frames -> frames.filter(CallSite::isTest).findFirst());
        return new CallSite(caller.map(CallSite::describe).orElse("an unknown place"));
    }

    private static boolean isTest(StackWalker.StackFrame frame) {
        return !ENTRANCES.contains(frame.getClassName());
    }

    private static String describe(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        String simple = name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
        return simple + "." + frame.getMethodName() + "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
    }
}
