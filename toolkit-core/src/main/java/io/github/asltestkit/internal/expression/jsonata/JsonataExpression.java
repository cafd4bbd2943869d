package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.Scope;
import io.github.asltestkit.internal.expression.jsonata.JsonataBounds.Watch;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** One compiled JSONata expression, shared by threads: each evaluation has a frame of its own. */
final class JsonataExpression implements Expression {
    private static final String OUT_OF_RANGE = "D1001";

    private final Jsonata compiled;

    /** Whether the operators are AWS's, which is worth its time only if a number may leave the range of numbers. */
    private final boolean replaceOperators;

    private final String text;
    private final String location;
    private final JsonataFunctions.Bindings bindings;

    /** Null until the first evaluation: an expression that is only validated needs none of it. */
    private volatile @Nullable Plainness plainness;

    /** Null until the library first evaluates the expression. */
    private volatile @Nullable Prepared prepared;

    /** @param plain null if only the library can evaluate the expression */
    private record Plainness(@Nullable JsonataPlain plain) {}

    /**
     * What is done once to the library's object.
     *
     * @param watched the parts of the expression that the bounds look at
     * @param replaced whether the operators are AWS's, or cannot be
     */
    private record Prepared(IdentityHashMap<Object, Watch> watched, boolean replaced) {}

    private JsonataExpression(Jsonata compiled, String text, String location, boolean replaceOperators) {
        this.compiled = compiled;
        this.replaceOperators = replaceOperators;
        this.text = text;
        this.location = location;
        this.bindings = JsonataFunctions.bindings(text);
    }

    /**
     * Compiles the text between the delimiters.
     *
     * @throws ExpressionSyntaxException if it is no JSONata
     */
    static JsonataExpression compile(String text, String location) {
        return compile(text, location, JsonataOperators.areIn(text));
    }

    private static JsonataExpression compile(String text, String location, boolean replaceOperators) {
        Jsonata compiled = parse(text);
        refuseLaterOperators(text);
        compiled.setOutputConvertNulls(false);
        compiled.setValidateInput(false);
        return new JsonataExpression(compiled, text, location, replaceOperators);
    }

    /** Refuses the operators of JSONata 2.1, which the library knows and Step Functions does not. */
    static void refuseLaterOperators(String text) {
        int later = JsonataReferences.laterOperator(text);
        if (later >= 0) {
            JException wrong = new JException("S0211", later, text.substring(later, later + 1));
            throw new ExpressionSyntaxException(JsonataErrors.syntax(wrong), "", wrong.getLocation());
        }
    }

    /**
     * What the library makes of a text.
     *
     * @throws ExpressionSyntaxException if it is no JSONata
     */
    static Jsonata parse(String text) {
        try {
            return Jsonata.jsonata(text);
        } catch (JException wrong) {
            throw new ExpressionSyntaxException(JsonataErrors.syntax(wrong), "", wrong.getLocation());
        } catch (RuntimeException | StackOverflowError wrong) {
            // The library's parser has a few bugs on text that is no JSONata; for the user it is just that.
            throw new ExpressionSyntaxException("'" + text + "' is not a valid JSONata expression", "", -1);
        }
    }

    @Override
    public JsonNode evaluate(Scope scope) {
        Object result;
        try {
            result = value(scope);
        } catch (StackOverflowError tooDeep) {
            throw failure("threw an error during evaluation" + JsonataErrors.ending(JsonataBounds.depth(), text));
        } catch (EvaluationException failed) {
            throw failed;
        } catch (Error failed) {
            if (!failed.getClass().equals(Error.class)) {
                throw failed;
            }
            // The library throws a bare one at a type that it does not expect.
            throw failure("threw an error during evaluation. Unexpected error");
        } catch (RuntimeException failed) {
            throw failure("threw an error during evaluation" + JsonataErrors.ending(failed, text));
        }
        if (result == null) {
            throw failure("returned nothing (undefined).");
        }
        try {
            return JsonataValues.tree(result);
        } catch (JsonataBounds.Passed tooLarge) {
            throw failure("threw an error during evaluation" + JsonataErrors.ending(tooLarge, text));
        } catch (IllegalArgumentException notJson) {
            throw failure("returned an unsupported result type.");
        }
    }

    private @Nullable Object value(Scope scope) {
        JsonataPlain plain = plainness().plain;
        Object value = plain == null ? JsonataPlain.NOT_PLAIN : plain.value(scope);
        return JsonataPlain.isForTheLibrary(value) ? valueOfLibrary(scope) : value;
    }

    private @Nullable Object valueOfLibrary(Scope scope) {
        Prepared once = prepared();
        Frame frame = compiled.createFrame();
        bindings.bindTo(frame, scope);
        frame.bind("states", new JsonataStates(scope));
        scope.variables().forEach((name, value) -> frame.bind(name, JsonataValues.view(value)));
        JsonataBounds.bind(frame, once.watched());
        try {
            return compiled.evaluate(null, frame);
        } catch (JException failed) {
            if (once.replaced() || !OUT_OF_RANGE.equals(failed.getError())) {
                throw failed;
            }
            return compile(text, location, true).value(scope);
        }
    }

    /** Read before the library evaluates, which changes its tree. */
    private Plainness plainness() {
        Plainness known = plainness;
        if (known != null) {
            return known;
        }
        synchronized (compiled) {
            known = plainness;
            if (known == null) {
                known = new Plainness(JsonataPlain.of(compiled));
                plainness = known;
            }
            return known;
        }
    }

    private Prepared prepared() {
        Prepared known = prepared;
        if (known != null) {
            return known;
        }
        synchronized (compiled) {
            known = prepared;
            if (known == null) {
                known = prepare();
                prepared = known;
            }
            return known;
        }
    }

    private Prepared prepare() {
        JsonataFunctions.bind(compiled);
        JsonataTree tree = JsonataTree.of(compiled);
        IdentityHashMap<Object, Watch> watched = tree == null ? new IdentityHashMap<>() : tree.watched();
        if (tree != null && replaceOperators) {
            JsonataOperators.replaceIn(compiled, tree);
        }
        return new Prepared(watched, tree == null || replaceOperators);
    }

    private EvaluationException failure(String what) {
        return EvaluationException.query(
                "The JSONata expression '" + text + "' specified for the field '" + location + "' " + what, location);
    }
}
