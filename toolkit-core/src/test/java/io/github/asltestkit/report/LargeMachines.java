package io.github.asltestkit.report;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A report on machines of real size, two tests each: one takes the long way, one fails near its beginning. */
final class LargeMachines {
    static final List<Integer> SIZES = List.of(30, 68, 300);
    private static final String INPUT =
            "{\"order\": {\"total\": 5, \"sku\": \"A-100\"}, \"fails\": false, \"items\": [1, 2]}";

    private LargeMachines() {}

    /** Writes it into a folder below the given one: {@code report/index.html}. Arguments of the main method: the folder. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    static void write(Path folder) throws IOException {
        Runs runs = new Runs();
        for (int size : SIZES) {
            StateMachine machine = StateMachine.parse("machine-" + size + ".asl.json", GeneratedMachine.of(size));
            StateMachineHarness through = StateMachineHarness.create(machine);
            through.mockService("lambda", "invoke").returns("{\"Payload\": {\"done\": true}}");
            through.run(INPUT);
            runs.test("the_long_way_" + size, through);
            StateMachineHarness failing = StateMachineHarness.create(machine);
            failing.mockLambda("function-4").fails("Bank.Closed", "at night");
            failing.mockService("lambda", "invoke").returns("{\"Payload\": {}}");
            failing.run(INPUT);
            runs.test("the_bank_is_closed_" + size, failing, "Expected SUCCEEDED\n  but was: FAILED", 1);
        }
        RunReport.read(List.of(runs.in(folder.resolve("runs"), "large"))).write(folder.resolve("report"));
    }
}
