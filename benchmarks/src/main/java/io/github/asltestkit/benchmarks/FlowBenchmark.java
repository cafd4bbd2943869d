package io.github.asltestkit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What tests do all day: compile a definition, run an execution, read its history. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FlowBenchmark {
    private static final int LOOP = 10_000;

    private StateMachine order;
    private StateMachine callback;
    private StateMachine loop;
    private StateMachine map;
    private StateMachine jsonPath;
    private StateMachine jsonata;
    private StateMachine waiting;
    private JsonNode orderInput;
    private JsonNode mapInput;
    private JsonNode smallMapInput;
    private JsonNode payload1;
    private JsonNode payload64;
    private JsonNode payload250;

    @Setup
    public void setUp() throws IOException {
        order = machine("order", Definitions.ORDER);
        callback = machine("callback", Definitions.CALLBACK);
        loop = machine("loop", Definitions.LOOP).withType(StateMachineType.EXPRESS);
        map = machine("map", Definitions.MAP).withType(StateMachineType.EXPRESS);
        jsonPath = machine("json-path", Definitions.JSON_PATH);
        jsonata = machine("jsonata", Definitions.JSONATA);
        waiting = machine("wait", Definitions.TASK_WAIT_TASK);
        orderInput = new ObjectMapper().readTree("{\"order\": 7, \"items\": [{\"price\": 3}, {\"price\": 4}]}");
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < LOOP; i++) {
            items.add(i);
        }
        mapInput = items;
        smallMapInput = JsonNodeFactory.instance.arrayNode().addAll(List.of(items.get(0)));
        for (int i = 1; i < LOOP / 10; i++) {
            ((ArrayNode) smallMapInput).add(i);
        }
        payload1 = payload(1);
        payload64 = payload(64);
        payload250 = payload(250);
    }

    private static StateMachine machine(String name, String definition) {
        return StateMachine.parse(name + ".asl.json", definition);
    }

    private static JsonNode payload(int kilobytes) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("order", 7);
        ArrayNode rows = node.putArray("items");
        while (rows.size() * 64 < kilobytes * 1000) {
            rows.addObject().put("price", rows.size()).put("text", "x".repeat(38));
        }
        return node;
    }

    @Benchmark
    public StateMachine compileADefinition() {
        return machine("order", Definitions.ORDER);
    }

    @Benchmark
    public Execution runAFiveStateOrderFlow() {
        return order(orderInput);
    }

    @Benchmark
    public int runAFiveStateOrderFlowAndRenderItsHistory() {
        return order(orderInput).history().events().toString().length();
    }

    @Benchmark
    public Execution carryOneKilobyteThroughTheOrderFlow() {
        return order(payload1);
    }

    @Benchmark
    public Execution carry64KilobytesThroughTheOrderFlow() {
        return order(payload64);
    }

    @Benchmark
    public Execution carry250KilobytesThroughTheOrderFlow() {
        return order(payload250);
    }

    private Execution order(JsonNode input) {
        StateMachineHarness harness = StateMachineHarness.create(order);
        harness.mock("Charge").returns("{\"charged\": true}");
        harness.mock("Ship").returns("{\"shipped\": true}");
        return harness.run(input);
    }

    @Benchmark
    public Execution keepACallbackAliveForAnHour() {
        StateMachineHarness harness = StateMachineHarness.create(callback);
        harness.mock("Ask").accepts();
        Execution execution = harness.start();
        String token = execution.taskToken("Ask");
        for (int minute = 0; minute < 60; minute++) {
            harness.clock().advanceBy(Duration.ofMinutes(1));
            harness.sendTaskHeartbeat(token);
        }
        harness.sendTaskSuccess(token, "{}");
        return execution;
    }

    @Benchmark
    public Execution loopThrough10000Transitions() {
        return StateMachineHarness.create(loop, HarnessOptions.defaults()).run("{\"n\": " + LOOP / 2 + "}");
    }

    @Benchmark
    public Execution mapOver1000Items() {
        return StateMachineHarness.create(map).run(smallMapInput);
    }

    @Benchmark
    public Execution mapOver10000Items() {
        return StateMachineHarness.create(map).run(mapInput);
    }

    @Benchmark
    public Execution selectWithJsonPath() {
        return StateMachineHarness.create(jsonPath).run(orderInput);
    }

    @Benchmark
    public Execution selectWithJsonata() {
        return StateMachineHarness.create(jsonata).run(orderInput);
    }

    @Benchmark
    public Execution taskWaitAnHourTask() {
        StateMachineHarness harness = StateMachineHarness.create(waiting);
        harness.mock("First").returns("{}");
        harness.mock("Second").returns("{}");
        return harness.run();
    }
}
