package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of ours in an expression. It knows its name and how many arguments it takes, so that it can be applied in part. */
final class JsonataFunction extends JFunction {
    private final String name;
    private final Body body;
    private final @Nullable JsonataSignature signature;

    /** Arguments that fit the signature. */
    private static final class Valid extends ArrayList<@Nullable Object> {
        private static final long serialVersionUID = 1L;

        private final int given;

        Valid(List<@Nullable Object> arguments, int given) {
            super(arguments);
            this.given = given;
        }
    }

    private JsonataFunction(String name, @Nullable JsonataSignature signature, int applied, Body body) {
        // The library wants a method to look up; call is overridden, so any will do, and so is validate. From the
        // signature
        // that it is told it reads only how many arguments a function of higher order gives.
        super(name, "<" + "x".repeat(applied) + ":x>", Runnable.class, null, "run");
        this.name = name;
        this.body = body;
        this.signature = signature;
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
        return of(name, JsonataSignature.of(name, signature), body);
    }

    /** As {@code of}, with a signature that was read before. */
    static JsonataFunction of(String name, JsonataSignature signature, Body body) {
        return new JsonataFunction(name, signature, signature.size(), body);
    }

    /** As {@code of}; functions of higher order give it only its first {@code applied} arguments. */
    static JsonataFunction of(String name, String signature, int applied, Body body) {
        return new JsonataFunction(name, JsonataSignature.of(name, signature), applied, body);
    }

    /** A function that takes what it is given, undefined values included. */
    static JsonataFunction raw(String name, Body body) {
        return new JsonataFunction(name, null, 2, body);
    }

    /** The library's own function, held to its signature as JSONata holds it. */
    static JsonataFunction library(String name, String signature) {
        JFunction function = (JFunction) Jsonata.jsonata("$" + name).evaluate(null);
        return of(name, signature, arguments -> function.call(null, JsonataRegex.asFunctions(arguments)));
    }

    /** Makes the function known to all evaluations of an expression. */
    void bindTo(Jsonata compiled) {
        compiled.registerFunction(name, this);
    }

    /** Makes the function known in a frame. */
    void bindTo(Frame frame) {
        frame.bind(name, this);
    }

    /** The argument at an index, or null where it was left out or is undefined. */
    static @Nullable Object argument(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    /** How many arguments were given, undefined ones included. */
    static int given(List<?> arguments) {
        return arguments instanceof Valid valid ? valid.given : arguments.size();
    }

    @Override
    @SuppressWarnings("rawtypes") // The library's signature.
    public @Nullable Object call(@Nullable Object input, @Nullable List given) {
        // Functions of higher order call without asking whether the arguments fit.
        List<?> arguments =
                signature == null || given instanceof Valid ? given == null ? List.of() : given : validate(given, null);
        return body.call(arguments);
    }

    @Override
    public List<?> validate(@Nullable Object given, @Nullable Object context) {
        List<?> arguments = given instanceof List<?> list ? list : List.of();
        return signature == null ? arguments : new Valid(signature.validate(arguments, context), arguments.size());
    }

    @Override
    public int getNumberOfArgs() {
        return signature == null ? 2 : signature.size();
    }
}
