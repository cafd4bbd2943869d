package io.github.asltestkit.junit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.time.VirtualClock;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Which annotation a test most probably lacks, told from how it failed. */
final class Forgotten {
    /** The words of JUnit for a parameter that no extension supplies. */
    private static final String NO_RESOLVER = "No ParameterResolver registered for parameter";

    private static final Set<Class<?>> WITH_INPUT = Set.of(String.class, JsonNode.class, Map.class);
    private static final Set<Class<?>> WITH_INJECTED =
            Set.of(StateMachineHarness.class, VirtualClock.class, StateMachine.class);

    private Forgotten() {}

    /** The same failure with the way out, if a parameter that nobody supplies could have had an {@link Input}. */
    static Throwable explained(ExtensionContext context, Throwable failure) {
        if (failure instanceof ParameterResolutionException unresolved
                && String.valueOf(unresolved.getMessage()).startsWith(NO_RESOLVER)) {
            Parameter parameter = withoutInput(context.getTestMethod());
            if (parameter != null) {
                return refusal(parameter, unresolved);
            }
        }
        return failure;
    }

    private static @Nullable Parameter withoutInput(Optional<Method> test) {
        for (Parameter parameter : test.map(Method::getParameters).orElse(new Parameter[0])) {
            if (WITH_INPUT.contains(parameter.getType()) && parameter.getAnnotations().length == 0) {
                return parameter;
            }
        }
        return null;
    }

    private static ParameterResolutionException refusal(Parameter parameter, ParameterResolutionException cause) {
        InjectionPoint wanted = InjectionPoint.of(parameter, parameter);
        ParameterResolutionException refusal = Injections.refuse(
                wanted,
                "Nobody supplies the parameter " + wanted.which() + ".",
                "If it is the input of an execution, say which: @Input(\"{...}\") or @Input(resource = \"input.json\").");
        refusal.initCause(cause);
        return refusal;
    }

    /** What to add to a NullPointerException, if a field of a type of ours has neither a value nor an annotation. */
    static @Nullable String note(ExtensionContext context, Throwable failure) {
        if (!(failure instanceof NullPointerException)) {
            return null;
        }
        for (Object instance :
                context.getTestInstances().map(all -> all.getAllInstances()).orElse(List.of())) {
            for (Field field : ReflectionSupport.findFields(
                    instance.getClass(), Forgotten::couldBeInjected, HierarchyTraversalMode.TOP_DOWN)) {
                if (isNull(field, instance)) {
                    return "The field " + Places.name(field) + " is null: @StateMachineTest supplies a "
                            + field.getType().getSimpleName() + " if the field has @Injected."
                            + "\n-> at " + Places.place(field);
                }
            }
        }
        return null;
    }

    private static boolean couldBeInjected(Field field) {
        return WITH_INJECTED.contains(field.getType())
                && !ModifierSupport.isStatic(field)
                && !AnnotationSupport.isAnnotated(field, Injected.class)
                && !AnnotationSupport.isAnnotated(field, Machine.class);
    }

    private static boolean isNull(Field field, Object instance) {
        try {
            field.setAccessible(true);
            return field.get(instance) == null;
        } catch (IllegalAccessException | RuntimeException closed) {
            return false;
        }
    }
}
