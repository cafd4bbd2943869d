package io.github.asltestkit.internal.message;

import java.lang.StackWalker.StackFrame;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where in a test something was said. */
public final class CallSite {
    /** What a test calls to say something: the caller of these is the test, or a helper of it. */
    private static final Set<String> ENTRANCES = Set.of(
            CallSite.class.getName(),
            "io.github.asltestkit.mock.Mock",
            "io.github.asltestkit.mock.CallConditions",
            "io.github.asltestkit.mock.MockedResponse",
            "io.github.asltestkit.mock.Mocks",
            "io.github.asltestkit.internal.execution.Reporter",
            "io.github.asltestkit.Job",
            "io.github.asltestkit.StateMachineHarness");

    private final @Nullable StackFrame caller;

    private CallSite(@Nullable StackFrame caller) {
        this.caller = caller;
    }

    /** The nearest caller that is not part of the toolkit. */
    public static CallSite here() {
        return new CallSite(StackWalker.getInstance()
                .walk(frames -> frames.filter(CallSite::isTest).findFirst().orElse(null)));
    }

    private static boolean isTest(StackFrame frame) {
        return !ENTRANCES.contains(frame.getClassName());
    }

    /**
     * {@code Class.method(File.java:12)}, as an IDE's console recognises it. Found when a message asks for it: looking up
     * a file and a line costs more than a mock itself, and most places never stand in a message.
     */
    public String text() {
        if (caller == null) {
            return "an unknown place";
        }
        String name = caller.getClassName();
        String simple = name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
        return simple + "." + caller.getMethodName() + "(" + caller.getFileName() + ":" + caller.getLineNumber() + ")";
    }
}
