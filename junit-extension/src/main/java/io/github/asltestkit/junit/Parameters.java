package io.github.asltestkit.junit;

import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateTest;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.mock.Mock;
import io.github.asltestkit.mock.Mocks;
import io.github.asltestkit.time.VirtualClock;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Which parameters are the toolkit's business, and what it says of those that it cannot supply. */
final class Parameters {

    private static final Set<Class<?>> SUPPLIED =
            Set.of(StateMachineHarness.class, VirtualClock.class, StateMachine.class);

    private static final Map<Class<?>, String> INSTEAD = Map.of(
            Execution.class, "an Execution is what its run(input) or start(input) returns.",
            Definition.class, "its stateMachine().definition() is the Definition.",
            Mocks.class, "its mocks() are the Mocks.",
            Mock.class, "its mock(state) is a Mock.",
            StateTest.class, "its stateTest(state) is a StateTest.",
            HarnessOptions.class, "the attributes of @StateMachineTest are its options.");

    private Parameters() {}

    /**
     * Whether a parameter is for us to supply, or to refuse with a word on what to take instead. The toolkit's other types,
     * and in a test template all but the three that are supplied, may be somebody else's: an argument of a
     * {@code @ParameterizedTest}, say.
     */
    static boolean isOurs(ParameterContext context) {
        Class<?> type = context.getParameter().getType();
        return SUPPLIED.contains(type)
                || (INSTEAD.containsKey(type)
                        && !AnnotationSupport.isAnnotated(context.getDeclaringExecutable(), TestTemplate.class));
    }

    static String cannotBeSupplied(ParameterContext context) {
        Parameter parameter = context.getParameter();
        return """
                @StateMachineTest cannot supply a parameter of type %s.

                    parameter: %d of %s
                 can be taken: StateMachineHarness, VirtualClock, StateMachine
                               -> at %s

                Take a StateMachineHarness; %s""".formatted(
                        parameter.getType().getSimpleName(),
                        context.getIndex() + 1,
                        signature(parameter.getDeclaringExecutable()),
                        place(parameter.getDeclaringExecutable()),
                        INSTEAD.get(parameter.getType()));
    }

    static String belongsToOneTest(ParameterContext context) {
        Parameter parameter = context.getParameter();
        return """
                @StateMachineTest cannot supply a %s here: it belongs to one test.

                    parameter: %d of %s
                               -> at %s

                Take it in the test method, in @BeforeEach or in @AfterEach. A StateMachine can be taken here.""".formatted(
                        parameter.getType().getSimpleName(),
                        context.getIndex() + 1,
                        signature(parameter.getDeclaringExecutable()),
                        place(parameter.getDeclaringExecutable()));
    }

    /** {@code CallbackTest.a_test}, or {@code CallbackTest} for a class or a constructor. */
    static String name(AnnotatedElement element) {
        if (element instanceof Method method) {
            return simpleName(method.getDeclaringClass()) + "." + method.getName();
        }
        if (element instanceof Executable constructor) {
            return simpleName(constructor.getDeclaringClass());
        }
        return element instanceof Class<?> type ? simpleName(type) : element.toString();
    }

    /** {@code CallbackTest.a_test(CallbackTest.java)}, the form that development environments turn into a link. */
    private static String place(Executable executable) {
        Class<?> outermost = executable.getDeclaringClass();
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return name(executable) + "(" + outermost.getSimpleName() + ".java)";
    }

    private static String simpleName(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        return enclosing == null ? type.getSimpleName() : simpleName(enclosing) + "." + type.getSimpleName();
    }

    private static String signature(Executable executable) {
        String name = executable instanceof Method
                ? executable.getName()
                : executable.getDeclaringClass().getSimpleName();
        return Arrays.stream(executable.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", name + "(", ")"));
    }
}
