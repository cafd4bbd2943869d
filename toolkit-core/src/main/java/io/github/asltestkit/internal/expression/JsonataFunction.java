package io.github.asltestkit.internal.expression;

import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of ours in an expression. It knows its name and how many arguments it takes, so that it can be applied in part. */
final class JsonataFunction extends JFunction {
    private final String name;
    private final Body body;
    private final int arguments;

    private JsonataFunction(String name, String signature, Body body) {
        // The library wants a method to look up; call is overridden, so any will do.
        super(name, signature, Runnable.class, null, "run");
        this.name = name;
        this.body = body;
        this.arguments = arguments(signature);
    }

    /** What the function does. Arguments that were left out at the end may be missing. */
    interface Body {
        @Nullable
        Object call(List<?> arguments);
    }

    /**
     * A function that stands in place of one of the library's, or beside them.
     *
     * @param signature in JSONata's own form, such as {@code <s-n?:s>}
     */
    static JsonataFunction of(String name, String signature, Body body) {
        return new JsonataFunction(name, signature, body);
    }

    /** Makes the function known in a frame. */
    void bindTo(Frame frame) {
        frame.bind(name, this);
    }

    /** The argument at an index, or null where it was left out or is undefined. */
    static @Nullable Object argument(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    @Override
    @SuppressWarnings("rawtypes") // The library's signature.
    public @Nullable Object call(@Nullable Object input, @Nullable List given) {
        return body.call(given == null ? List.of() : given);
    }

    @Override
    public int getNumberOfArgs() {
        return arguments;
    }

    private static int arguments(String signature) {
        String parameters = signature.substring(1, signature.lastIndexOf(':'));
        // Types of elements and of functions stand in angle brackets; a choice of types in round ones is one argument.
        String flat = parameters.replaceAll("<[^<>]*>", "").replaceAll("\\([^()]*\\)", "x");
        return flat.replaceAll("[-?+]", "").length();
    }
}
