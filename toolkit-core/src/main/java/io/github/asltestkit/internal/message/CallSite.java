package io.github.asltestkit.internal.message;

import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where in a test something was said. */
public final class CallSite {
    private static final String TOOLKIT = "io.github.asltestkit.";

    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final @Nullable StackFrame caller;

    private CallSite(@Nullable StackFrame caller) {
        this.caller = caller;
    }

    /** The nearest caller that is not part of the toolkit. */
    public static CallSite here() {
        return new CallSite(WALKER.walk(CallSite::firstOfTest).orElse(null));
    }

    /** A loop, because a filter of the stream costs as much again as the walk. */
    private static Optional<StackFrame> firstOfTest(Stream<StackFrame> frames) {
        for (Iterator<StackFrame> left = frames.iterator(); left.hasNext(); ) {
            StackFrame frame = left.next();
            if (isTest(frame)) {
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }

    /** Our own tests have the toolkit's packages too, but are compiled into a place of their own. */
    private static boolean isTest(StackFrame frame) {
        return !frame.getClassName().startsWith(TOOLKIT)
                || !sameSource(frame.getDeclaringClass().getProtectionDomain().getCodeSource());
    }

    private static boolean sameSource(@Nullable CodeSource source) {
        CodeSource own = CallSite.class.getProtectionDomain().getCodeSource();
        return source == null || own == null || Objects.equals(source.getLocation(), own.getLocation());
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
