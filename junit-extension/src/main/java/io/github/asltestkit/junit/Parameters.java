package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachine;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ParameterContext;

/** Which parameters are the toolkit's business, and what it says of those that it cannot supply. */
final class Parameters {

    private static final String TOOLKIT = StateMachine.class.getPackageName();

    private Parameters() {}

    /** Types of the toolkit, also those that cannot be supplied: nobody else can, and we can say what to do instead. */
    static boolean isOurs(Class<?> type) {
        String name = type.getPackageName();
        return name.equals(TOOLKIT) || name.startsWith(TOOLKIT + ".");
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
                        insteadOf(parameter.getType().getSimpleName()));
    }

    private static String insteadOf(String type) {
        return switch (type) {
            case "Execution" -> "an Execution is what its run(input) or start(input) returns.";
            case "Definition" -> "its stateMachine().definition() is the Definition.";
            case "Mocks" -> "its mocks() are the Mocks.";
            case "HarnessOptions" -> "the attributes of @StateMachineTest are its options.";
            default -> "all else is reached from there.";
        };
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
