package io.github.asltestkit.benchmarks;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.ValidationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What must not grow faster than a definition: the time of its validation, reading and data flow included. Divide it by the
 * states.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ValidationBenchmark {

    /** A machine of tasks, results, rules, Catchers and a loop, again and again. */
    @State(Scope.Benchmark)
    public static class Machine {
        /** How many states it has. */
        @Param({"10", "100", "1000", "10000"})
        public int states;

        private Path file;

        @Setup
        public void setUp() throws IOException {
            file = Files.createTempFile("validation", ".asl.json");
            Files.writeString(file, definition(states));
        }

        @TearDown
        public void tearDown() throws IOException {
            Files.deleteIfExists(file);
        }

        /** Of 10,000 states it has just less than the 1,048,576 characters that a definition may have. */
        private static String definition(int states) {
            StringBuilder text = new StringBuilder("{\"StartAt\":\"S0\",\"States\":{");
            for (int i = 0; i < states - 1; i++) {
                text.append("\"S").append(i).append("\":{").append(state(i)).append("},");
            }
            return text.append("\"S")
                    .append(states - 1)
                    .append("\":{\"Type\":\"Succeed\"}}}")
                    .toString();
        }

        private static String state(int i) {
            String to = "\"S" + (i + 1) + "\"";
            String next = ",\"Next\":" + to;
            return switch (i % 10) {
                case 1 ->
                    "\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::sqs:sendMessage\",\"Parameters\":{\"QueueUrl\":\"q\","
                            + "\"MessageBody.$\":\"$.order\"},\"ResultPath\":\"$.sent\",\"Catch\":[{\"ErrorEquals\":[\"States.ALL\"],"
                            + "\"ResultPath\":\"$.error\"" + next + "}]" + next;
                case 2 ->
                    "\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.sent\",\"IsPresent\":true" + next
                            + "}],\"Default\":\"S" + (i - 2) + "\"";
                case 3 ->
                    "\"Type\":\"Pass\",\"QueryLanguage\":\"JSONata\",\"Output\":{\"order\":\"{% $states.input.order %}\"}"
                            + next;
                case 6 ->
                    "\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::sns:publish\",\"Parameters\":{\"TopicArn\":\"t\","
                            + "\"Message.$\":\"$.order\"},\"ResultPath\":\"$.sent\"" + next;
                case 4, 7, 9 -> "\"Type\":\"Wait\",\"Seconds\":1" + next;
                default -> "\"Type\":\"Pass\",\"Parameters\":{\"order.$\":\"$.order\"}" + next;
            };
        }
    }

    @Benchmark
    public Object validate(Machine machine) {
        ValidationResult result = StateMachine.validate(machine.file.toString());
        if (!result.isValid()) {
            throw new IllegalStateException(result.text()); // there would be nothing to measure
        }
        return result;
    }
}
