package io.github.asltestkit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What must not grow: the cost of a transition with the history behind it and the payload it leaves alone, of an item. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GrowthBenchmark {

    /** A Choice loop: divide the time by the transitions. */
    @State(Scope.Benchmark)
    public static class Loop {
        /** How many states are entered before the last. */
        @Param({"1000", "10000", "100000"})
        public int transitions;

        /** Thousands of characters that every state hands on as it got them. */
        @Param({"0", "200"})
        public int untouched;

        private StateMachine machine;
        private JsonNode input;

        @Setup
        public void setUp() {
            machine = StateMachine.parse("loop.asl.json", Definitions.CARRYING_LOOP)
                    .withType(StateMachineType.EXPRESS);
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.putObject("counter").put("n", transitions / 2);
            ArrayNode rows = node.putArray("rows");
            for (int i = 0; i < untouched * 20; i++) {
                rows.addObject().put("price", i).put("text", "x".repeat(25));
            }
            input = node;
        }
    }

    /** An inline Map: divide the time by the items. */
    @State(Scope.Benchmark)
    public static class Items {
        /** How many items. */
        @Param({"100", "1000", "10000"})
        public int items;

        private StateMachine machine;
        private JsonNode input;

        @Setup
        public void setUp() {
            machine = StateMachine.parse("map.asl.json", Definitions.MAP).withType(StateMachineType.EXPRESS);
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < items; i++) {
                array.add(i);
            }
            input = array;
        }
    }

    @Benchmark
    public Execution loop(Loop loop) {
        return StateMachineHarness.create(
                        loop.machine, HarnessOptions.defaults().withStepLimit(1_000_000))
                .run(loop.input);
    }

    @Benchmark
    public Execution map(Items map) {
        return StateMachineHarness.create(map.machine).run(map.input);
    }
}
