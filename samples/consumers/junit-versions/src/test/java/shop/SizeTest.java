package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.junit.Injected;
import io.github.asltestkit.junit.Input;
import io.github.asltestkit.junit.RequireCoverage;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.junit.WithEndpoint;
import io.github.asltestkit.time.VirtualClock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the extension has to do with JUnit: each kind of test, each way to take a harness. */
@RequireCoverage(100)
@StateMachineTest("size.asl.json")
class SizeTest {
    @Injected
    private StateMachineHarness field;

    private final StateMachine machine;

    SizeTest(StateMachine machine) {
        this.machine = machine;
    }

    @BeforeEach
    void the_field_is_set_before(StateMachineHarness harness, VirtualClock clock) {
        assertEquals(field, harness);
        assertEquals(clock, harness.clock());
        assertEquals(machine, harness.stateMachine());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11})
    void sizes(int n, StateMachineHarness harness) {
        assertEquals(ExecutionStatus.SUCCEEDED, harness.run("{\"n\": " + n + "}").status());
    }

    @RepeatedTest(2)
    @Input("{\"n\": 1}")
    void repeated(StateMachineHarness harness) {
        assertEquals("{\"n\":1}", harness.run().input().toString());
    }

    @TestFactory
    Stream<DynamicTest> dynamic(Supplier<StateMachineHarness> harnesses) {
        return Stream.of(1, 11).map(n -> dynamicTest("of " + n, () -> harnesses.get().run("{\"n\": " + n + "}")));
    }

    @Nested
    @WithEndpoint
    class Served {
        @Test
        void by_an_endpoint(StepFunctionsEndpoint endpoint, StateMachineHarness harness) {
            assertEquals("127.0.0.1", endpoint.uri().getHost());
            assertEquals(endpoint.clock(), harness.clock());
        }
    }
}
