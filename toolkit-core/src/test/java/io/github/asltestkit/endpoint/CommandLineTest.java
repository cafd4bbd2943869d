package io.github.asltestkit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The AWS command line against an endpoint, where it is installed. */
class CommandLineTest {

    @Test
    void the_command_line_starts_an_execution_and_reads_its_history() throws Exception {
        assumeTrue(isInstalled(), "The AWS command line (aws) is not installed");
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse(
                "pass.asl.json", "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}}"));
        try (StepFunctionsEndpoint endpoint = Doors.alone(harness)) {
            String started = aws(
                    endpoint,
                    "start-execution",
                    "--state-machine-arn",
                    "arn:aws:states:us-east-1:123456789012:stateMachine:pass",
                    "--name",
                    "by-hand",
                    "--input",
                    "{\"order\": 7}");
            String arn = Doors.json(started).path("executionArn").asText();
            assertThat(arn).isEqualTo("arn:aws:states:us-east-1:123456789012:execution:pass:by-hand");
            String history = aws(endpoint, "get-execution-history", "--execution-arn", arn, "--reverse-order");
            assertThat(Doors.json(history).path("events").findValuesAsText("type"))
                    .containsExactly("ExecutionSucceeded", "PassStateExited", "PassStateEntered", "ExecutionStarted");
            assertThat(aws(endpoint, "describe-activity", "--activity-arn", "none"))
                    .contains("An error occurred (InvalidArn) when calling the DescribeActivity operation:");
        }
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("aws", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static String aws(StepFunctionsEndpoint endpoint, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("aws", "stepfunctions", "--endpoint-url", endpoint.uri().toString(), "--output", "json"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID", "none",
                        "AWS_SECRET_ACCESS_KEY", "none",
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_PAGER", ""));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
