package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachine;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Supplies the fields of test instances. */
final class Fields {
    private Fields() {}

    /** Before the first test of a class: its static fields, and the machines of an instance for all tests. */
    static void beforeAll(ExtensionContext context) {
        for (Field field : ours(context.getRequiredTestClass())) {
            InjectionPoint wanted = InjectionPoint.of(field);
            boolean isStatic = ModifierSupport.isStatic(field);
            if (isStatic && Injections.isOfOneTest(wanted)) {
                throw Injections.refuse(
                        wanted,
                        "@StateMachineTest cannot supply a " + field.getType().getSimpleName()
                                + " to a static field: it belongs to one test.",
                        "Make the field an instance's. A static field can have a StateMachine.");
            }
            if (isStatic) {
                set(field, null, context);
            } else if (field.getType() == StateMachine.class) {
                context.getTestInstance().ifPresent(instance -> set(field, instance, context));
            }
        }
    }

    /** Before each test: the fields of its instance, and of the instances around that. */
    static void beforeEach(ExtensionContext context) {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            for (Field field : ours(instance.getClass())) {
                if (!ModifierSupport.isStatic(field)) {
                    refuseShared(InjectionPoint.of(field), context);
                    set(field, instance, context);
                }
            }
        }
    }

    /** Two tests that run at the same time on one instance would take each other's harness. */
    private static void refuseShared(InjectionPoint wanted, ExtensionContext context) {
        boolean parallel = context.getConfigurationParameter("junit.jupiter.execution.parallel.enabled")
                .map(Boolean::parseBoolean)
                .orElse(false);
        if (parallel
                && context.getExecutionMode() == ExecutionMode.CONCURRENT
                && context.getTestInstanceLifecycle().orElse(null) == TestInstance.Lifecycle.PER_CLASS
                && Injections.isOfOneTest(wanted)) {
            throw Injections.refuse(
                    wanted,
                    "@StateMachineTest cannot supply a " + wanted.type().getSimpleName()
                            + " to a field that tests share while they run in parallel.",
                    "Take it as a parameter of each test, or give each test an instance of its own.");
        }
    }

    private static List<Field> ours(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Field field : ReflectionSupport.findFields(type, f -> true, HierarchyTraversalMode.TOP_DOWN)) {
            if (AnnotationSupport.isAnnotated(field, Injected.class)
                    || AnnotationSupport.isAnnotated(field, Machine.class)
                    || AnnotationSupport.isAnnotated(field, Input.class)) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static void set(Field field, @Nullable Object instance, ExtensionContext context) {
        InjectionPoint wanted = InjectionPoint.of(field);
        if (ModifierSupport.isFinal(field)) {
            throw Injections.refuse(
                    wanted,
                    "@StateMachineTest cannot supply the field " + field.getName() + ": it is final.",
                    "Remove final: the field is set again before each test.");
        }
        Object value = Injections.value(wanted, context);
        try {
            field.setAccessible(true);
            field.set(instance, value);
        } catch (IllegalAccessException | RuntimeException closed) {
            throw Injections.refuse(
                    wanted,
                    "@StateMachineTest cannot set the field " + field.getName() + ": " + closed.getMessage(),
                    "Take it as a parameter, or open the package to reflection.");
        }
    }
}
