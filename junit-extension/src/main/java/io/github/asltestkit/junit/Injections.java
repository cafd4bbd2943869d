package io.github.asltestkit.junit;

import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.SingleState;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.Facts;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.mock.Mock;
import io.github.asltestkit.mock.Mocks;
import io.github.asltestkit.time.VirtualClock;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;

/** Which parameters and fields are the toolkit's business, what they get, and what is said of those that get nothing. */
final class Injections {
    private static final Set<Class<?>> OURS = Set.of(StateMachineHarness.class, VirtualClock.class, StateMachine.class);

    private static final Set<Class<?>> OF_ONE_TEST =
            Set.of(StateMachineHarness.class, VirtualClock.class, Clock.class, InstantSource.class);

    private static final Map<Class<?>, String> INSTEAD = Map.of(
            Execution.class, "an Execution is what its run(input) or start(input) returns.",
            Definition.class, "its stateMachine().definition() is the Definition.",
            Mocks.class, "its mocks() are the Mocks.",
            Mock.class, "its mock(state) is a Mock.",
            SingleState.class, "its singleState(state) is a SingleState.",
            HarnessOptions.class, "the attributes of @StateMachineTest are its options.");

    /** Leaves room for the name of the fact. */
    private static final int WIDEST_FACT = 100;

    private Injections() {}

    /**
     * Whether a parameter is for us to supply, or to refuse with a word on what to take instead. The toolkit's other types,
     * and in a test template all but the four that are always supplied, may be somebody else's: an argument of a
     * {@code @ParameterizedTest}, say.
     */
    static boolean isOurs(ParameterContext context) {
        Class<?> type = context.getParameter().getType();
        return OURS.contains(type)
                || areHarnesses(context.getParameter().getParameterizedType())
                || context.isAnnotated(Injected.class)
                || context.isAnnotated(Machine.class)
                || context.isAnnotated(Input.class)
                || (INSTEAD.containsKey(type)
                        && !AnnotationSupport.isAnnotated(context.getDeclaringExecutable(), TestTemplate.class));
    }

    /** Whether it changes from test to test. */
    static boolean isOfOneTest(InjectionPoint wanted) {
        return OF_ONE_TEST.contains(wanted.type()) || areHarnesses(wanted.genericType());
    }

    /** Whether a type is {@code Supplier<StateMachineHarness>}. */
    private static boolean areHarnesses(Type type) {
        return type instanceof ParameterizedType supplier
                && supplier.getRawType() == Supplier.class
                && supplier.getActualTypeArguments()[0] == StateMachineHarness.class;
    }

    /**
     * What a parameter or field gets.
     *
     * @throws ParameterResolutionException where it cannot get anything
     */
    static @Nullable Object value(InjectionPoint wanted, ExtensionContext context) {
        Class<?> type = wanted.type();
        Input input =
                AnnotationSupport.findAnnotation(wanted.element(), Input.class).orElse(null);
        if (input != null) {
            return Inputs.value(input, wanted, context);
        }
        Machine named = AnnotationSupport.findAnnotation(wanted.element(), Machine.class)
                .orElse(null);
        if (named != null) {
            return machine(named.value(), wanted, context);
        }
        if (type == StateMachine.class) {
            return Machines.underTest(context);
        }
        if (!isOfOneTest(wanted)) {
            throw refuse(
                    wanted,
                    "@StateMachineTest cannot supply a " + wanted.kind() + " of type " + type.getSimpleName() + ".",
                    INSTEAD.containsKey(type)
                            ? "Take a StateMachineHarness; " + INSTEAD.get(type)
                            : "Remove @Injected, so that the extension whose type it is can supply it.",
                    "can be taken",
                    "StateMachineHarness, Supplier<StateMachineHarness>, VirtualClock, StateMachine");
        }
        if (context.getTestMethod().isEmpty()) {
            throw tooEarly(wanted);
        }
        if (type == Supplier.class) {
            TestHarnesses harnesses = StateMachineTestSupport.harnesses(context);
            return (Supplier<StateMachineHarness>) harnesses::another;
        }
        StateMachineHarness harness = StateMachineTestSupport.harness(context);
        if (type == StateMachineHarness.class) {
            return harness;
        }
        return type == VirtualClock.class ? harness.clock() : harness.clock().asClock();
    }

    private static ParameterResolutionException tooEarly(InjectionPoint wanted) {
        String instead =
                "Take it in the test method, in @BeforeEach or in @AfterEach. A StateMachine can be taken here.";
        if (wanted.isOfConstructor()) {
            instead = "A constructor can take it from JUnit 5.12 on, of a class with an instance for each test.\n"
                    + instead;
        }
        return refuse(
                wanted,
                "@StateMachineTest cannot supply a " + wanted.type().getSimpleName() + " here: it belongs to one test.",
                instead);
    }

    private static StateMachine machine(String name, InjectionPoint wanted, ExtensionContext context) {
        if (wanted.type() != StateMachine.class) {
            throw refuse(
                    wanted,
                    "@Machine(\"" + name + "\") stands on a " + wanted.kind() + " of type "
                            + wanted.type().getSimpleName() + ".",
                    "@Machine supplies a StateMachine: give the " + wanted.kind() + " that type.");
        }
        Map<String, StateMachine> machines = new LinkedHashMap<>();
        machines.put(Machines.underTest(context).name(), Machines.underTest(context));
        machines.putAll(Machines.further(context));
        StateMachine machine = machines.get(name);
        if (machine == null) {
            String hint = DidYouMean.hint(name, machines.keySet());
            throw refuse(
                    wanted,
                    "There is no state machine \"" + name + "\" in this test" + (hint == null ? "." : ": " + hint),
                    "Name another machine with @FurtherMachine(\"its definition\") beside @StateMachineTest.",
                    "there are",
                    String.join(", ", machines.keySet()));
        }
        return machine;
    }

    /** Verdict, facts, place, and what to do instead. */
    static ParameterResolutionException refuse(InjectionPoint wanted, String verdict, String instead, String... facts) {
        List<String> all = new ArrayList<>(List.of(wanted.kind(), wanted.which()));
        all.addAll(List.of(facts));
        all.replaceAll(text -> Text.cut(text, WIDEST_FACT));
        int last = all.size() - 1;
        all.set(last, all.get(last) + "\n-> at " + wanted.place());
        Facts aligned = new Facts();
        for (int i = 0; i < last; i += 2) {
            aligned.whole(all.get(i), all.get(i + 1));
        }
        return new ParameterResolutionException(
                String.join("\n", Text.wrap(verdict, Text.WIDTH)) + "\n\n" + aligned.text() + "\n" + instead);
    }
}
