package io.github.asltestkit.internal.hcl;

import io.github.asltestkit.internal.hcl.Expression.Call;
import io.github.asltestkit.internal.hcl.Value.Entry;
import io.github.asltestkit.internal.hcl.Value.Namespace;
import io.github.asltestkit.internal.hcl.Value.Text;
import io.github.asltestkit.internal.hcl.Value.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Terraform's functions. One that is not here, or whose arguments are not known, is a placeholder under the text of the call.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/functions">Functions</a>
 */
final class Functions {
    /** A function of values, none of which is unknown as a whole. */
    @FunctionalInterface
    interface Function {
        Value apply(List<Value> arguments, Span at);
    }

    /** Functions that look at the parts of their arguments only as far as they name them. */
    private static final Set<String> OF_PARTS = Set.of(
            "jsonencode",
            "jsondecode",
            "yamldecode",
            "merge",
            "concat",
            "flatten",
            "length",
            "keys",
            "values",
            "lookup",
            "element",
            "slice",
            "reverse",
            "one",
            "tolist",
            "tomap",
            "zipmap",
            "coalescelist",
            "sensitive",
            "nonsensitive",
            "tostring",
            "trimspace",
            "chomp",
            "templatefile",
            "chunklist",
            "setproduct");

    private final Map<String, Function> functions = new HashMap<>();
    private final Evaluator evaluator;
    private final FileFunctions files;
    private int calls;

    Functions(Environment environment, Evaluator evaluator) {
        this.evaluator = evaluator;
        this.files = new FileFunctions(environment, evaluator);
        TextFunctions.register(functions);
        NumberFunctions.register(functions);
        CollectionFunctions.register(functions);
        SetFunctions.register(functions);
        EncodingFunctions.register(functions, environment);
        files.register(functions);
    }

    Value call(Call call, Scope scope) {
        String name = call.function().startsWith("core::") ? call.function().substring(6) : call.function();
        return switch (name) {
            case "try" -> first(call, scope);
            case "can" -> can(call, scope);
            case "coalesce" -> coalesce(call, scope);
            default -> applied(name, call, scope);
        };
    }

    private Value applied(String name, Call call, Scope scope) {
        Function function = functions.get(name);
        List<Value> arguments = arguments(call, scope);
        Span missing = null;
        for (Value argument : arguments) {
            boolean whole = argument instanceof Unknown || argument instanceof Namespace;
            missing = missing == null && (whole || !OF_PARTS.contains(name)) ? Values.unknown(argument) : missing;
        }
        if (function == null || missing != null) {
            return Evaluator.unknown(call, missing == null ? call.at() : missing);
        }
        if (++calls > 100_000) {
            throw new HclException("More than 100,000 calls of functions are not evaluated", call.at());
        }
        try {
            return function.apply(arguments, call.at());
        } catch (IndexOutOfBoundsException tooFew) {
            throw new HclException("The call of " + name + " has too few arguments", call.at());
        } catch (Unsure notKnown) {
            return Evaluator.unknown(call, call.at());
        }
    }

    /** Thrown by a function that cannot give the value that Terraform would give. */
    static final class Unsure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsure() {
            super("not known", null, false, false);
        }
    }

    private List<Value> arguments(Call call, Scope scope) {
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = call.arguments().get(i);
            Value value = evaluator.evaluate(argument, scope);
            boolean last = i == call.arguments().size() - 1;
            if (last && call.expanded() && !(value instanceof Unknown)) {
                for (Entry entry : Values.entries(value, argument.at())) {
                    arguments.add(entry.value());
                }
            } else {
                arguments.add(value);
            }
        }
        return arguments;
    }

    /** {@code try}: the first argument that Terraform would not refuse. */
    private Value first(Call call, Scope scope) {
        HclException last = new HclException("The call of try has no arguments", call.at());
        for (Expression argument : call.arguments()) {
            try {
                Value value = evaluator.evaluate(argument, scope);
                boolean known = !(value instanceof Unknown || value instanceof Namespace);
                return known ? value : Evaluator.unknown(call, Objects.requireNonNull(Values.unknown(value)));
            } catch (HclException refused) {
                last = refused;
            }
        }
        throw last;
    }

    private Value can(Call call, Scope scope) {
        try {
            Value value = evaluator.evaluate(call.arguments().get(0), scope);
            Span missing = Values.unknown(value);
            return missing == null ? Values.bool(true, call.at()) : Evaluator.unknown(call, missing);
        } catch (HclException refused) {
            return Values.bool(false, call.at());
        } catch (IndexOutOfBoundsException none) {
            throw new HclException("The call of can has no argument", call.at());
        }
    }

    /** The first argument that is neither null nor an empty text. */
    private Value coalesce(Call call, Scope scope) {
        for (Value value : arguments(call, scope)) {
            Span missing = Values.unknown(value);
            if (missing != null) {
                return Evaluator.unknown(call, missing);
            }
            if (!Values.isNull(value)
                    && !(value instanceof Text text && text.text().isEmpty())) {
                return value;
            }
        }
        throw new HclException("All arguments of coalesce are null or empty", call.at());
    }

    static @Nullable Value at(List<Value> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }
}
