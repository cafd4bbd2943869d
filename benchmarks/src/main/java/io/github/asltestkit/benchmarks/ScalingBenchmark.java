package io.github.asltestkit.benchmarks;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** Tests that run in parallel share a state machine's compiled definition, and nothing else: twice the cores, twice the tests. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScalingBenchmark {
    private final StateMachine jsonPath = StateMachine.parse("order.asl.json", Definitions.ORDER);
    private final StateMachine jsonata = StateMachine.parse("jsonata.asl.json", Definitions.JSONATA);

    @Benchmark
    @Threads(1)
    public Execution jsonPathOnOneThread() {
        return order();
    }

    @Benchmark
    @Threads(Threads.MAX)
    public Execution jsonPathOnAThreadForEachCore() {
        return order();
    }

    @Benchmark
    @Threads(1)
    public Execution jsonataOnOneThread() {
        return jsonata();
    }

    @Benchmark
    @Threads(Threads.MAX)
    public Execution jsonataOnAThreadForEachCore() {
        return jsonata();
    }

    private Execution order() {
        StateMachineHarness harness = StateMachineHarness.create(jsonPath);
        harness.mock("Charge").returns("{\"charged\": true}");
        harness.mock("Ship").returns("{\"shipped\": true}");
        return harness.run("{\"order\": 7, \"items\": []}");
    }

    private Execution jsonata() {
        return StateMachineHarness.create(jsonata).run("{\"order\": 7, \"items\": [{\"price\": 3}, {\"price\": 4}]}");
    }
}
