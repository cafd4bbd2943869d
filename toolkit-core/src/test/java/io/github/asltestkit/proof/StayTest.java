package io.github.asltestkit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.Stays;
import io.github.asltestkit.mock.FieldValidation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS is asked about a stay, and what is the same question. */
class StayTest {
    @TempDir
    private Path folder;

    private static StateMachineHarness harness(String states) {
        return harness(states, HarnessOptions.defaults());
    }

    /** @param states of a machine that starts with the state A */
    private static StateMachineHarness harness(String states, HarnessOptions options) {
        return StateMachineHarness.create(
                StateMachine.parse("stay.asl.json", "{\"StartAt\": \"A\", \"States\": {" + states + "}}"), options);
    }

    private static Stay only(List<Stay> stays, String path) {
        List<Stay> found =
                stays.stream().filter(stay -> stay.toString().equals(path)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Stay first(String states, String input) {
        return Stays.of(harness(states).run(input)).get(0);
    }

    private static final String TASK = """
            "A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
              "Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/%1$s/q",
                "MessageBody": {"function": "arn:aws:lambda:%2$s:%1$s:function:f", "account": "%1$s"}}}""";

    // ---- the same question -----------------------------------------------------------------------------------

    @Test
    void a_change_of_another_state_leaves_a_stay_what_it_was() {
        String a = "\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}, \"B\": {\"Type\": \"Pass\"%s, \"End\": true}";

        assertThat(first(a.formatted(""), "{}").key())
                .isEqualTo(first(a.formatted(", \"Result\": 1"), "{}").key())
                .hasSize(20);
    }

    @Test
    void a_change_of_the_state_its_input_or_its_mock_makes_another_question() {
        assertThat(Stream.of(
                                first("\"A\": {\"Type\": \"Pass\", \"End\": true}", "{}"),
                                first("\"A\": {\"Type\": \"Pass\", \"End\": true, \"Result\": 1}", "{}"),
                                first("\"A\": {\"Type\": \"Pass\", \"End\": true}", "{\"n\": 1}"))
                        .map(Stay::key))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_order_of_keys_and_the_blanks_of_a_definition_change_nothing() {
        assertThat(first("\"A\": {\"Type\": \"Pass\",   \"End\": true}", "{\"a\": 1, \"b\": 2}")
                        .key())
                .isEqualTo(first("\"A\": {\"End\": true, \"Type\": \"Pass\"}", "{\"b\": 2, \"a\": 1}")
                        .key());
    }

    @Test
    void accounts_and_regions_are_placeholders_in_the_key_and_in_the_file() throws IOException {
        String here = TASK.formatted("123456789012", "us-east-1");
        String there = TASK.formatted("999999999999", "us-east-1").replace("lambda:us-east-1", "lambda:eu-west-1");
        Stay stay = sent(here);

        assertThat(stay.key()).isEqualTo(sent(there).key());

        new Prover(new OwnTestState(HarnessOptions.defaults()), wait -> {})
                .prove(ProofFolder.at(folder), List.of(stay), count -> {});
        ProofFolder proofs = ProofFolder.at(folder);
        assertThat(proofs.check(List.of(stay, sent(there))).message()).isEmpty();
        assertThat(Files.readString(proofs.file(stay)))
                .contains("\"arn:<partition>:lambda:<region>:<account>:function:f\"")
                .contains("\"account\": \"<account>\"")
                .contains("amazonaws.com/<account>/q")
                .contains("\"Resource\": \"arn:<partition>:states:::sqs:sendMessage\"")
                .doesNotContain("arn:aws")
                .doesNotContain("123456789012");
    }

    private static Stay sent(String states) {
        StateMachineHarness harness = harness(states);
        harness.mock("A").returns("{\"MessageId\": \"m\"}");
        return Stays.of(harness.run("{}")).get(0);
    }

    // ---- what is asked ---------------------------------------------------------------------------------------

    @Test
    void a_request_is_what_the_api_takes() {
        Stay stay = sent(TASK.formatted("123456789012", "us-east-1"));
        ObjectNode request = stay.request();

        assertThat(request.path("definition").textValue()).startsWith("{\"StartAt\":\"A\"");
        assertThat(request.path("input").textValue()).isEqualTo("{}");
        assertThat(request.path("mock").path("result").textValue()).isEqualTo("{\"MessageId\":\"m\"}");
        assertThat(request.path("inspectionLevel").textValue()).isEqualTo("DEBUG");
        assertThat(request.has("revealSecrets")).isFalse();
        assertThat(request.has("context")).isFalse();
    }

    @Test
    void the_check_of_the_fields_is_that_of_the_mock() {
        StateMachineHarness harness = harness(TASK.formatted("123456789012", "us-east-1"));
        harness.mock("A").withFieldValidation(FieldValidation.PRESENT).returns("{}");

        assertThat(sent(TASK.formatted("123456789012", "us-east-1"))
                        .request()
                        .at("/mock/fieldValidationMode")
                        .asText())
                .isEqualTo("STRICT");
        assertThat(Stays.of(harness.run("{}"))
                        .get(0)
                        .request()
                        .at("/mock/fieldValidationMode")
                        .asText())
                .isEqualTo("PRESENT");
    }

    @Test
    void each_attempt_says_how_often_its_own_retrier_has_retried() {
        List<Stay> stays = Shop.busy();

        assertThat(only(stays, "Charge").request().has("stateConfiguration")).isFalse();
        JsonNode second = only(stays, "Charge, attempt 2").request();
        assertThat(second.at("/stateConfiguration/retrierRetryCount").intValue())
                .isEqualTo(1);
        assertThat(second.at("/mock/errorOutput/cause").asText()).isEqualTo("still too many");
        assertThat(only(stays, "Charge, attempt 2")
                        .did()
                        .at("/inspectionData/errorDetails")
                        .toString())
                .isEqualTo("{\"retryIndex\":0,\"retryBackoffIntervalSeconds\":6}");
        assertThat(only(stays, "Charge, attempt 3").did().path("nextState").asText())
                .isEqualTo("Ship");
    }

    @Test
    void the_context_object_has_what_the_state_reads_and_nothing_else() {
        Stay approve = only(Shop.refused(), "Approve");
        JsonNode context =
                TestStateServer.json(approve.request().path("context").asText());

        assertThat(context.path("Execution").properties()).hasSize(1);
        assertThat(context.path("Execution").has("Name")).isTrue();
        assertThat(context.path("Task").path("Token").asText()).isNotEmpty();
        assertThat(context.properties()).hasSize(2);
    }

    @Test
    void a_distributed_map_says_how_many_of_its_items_failed() {
        String map = """
                "A": {"Type": "Map", "ItemsPath": "$.items", "ToleratedFailureCount": %d, "End": true,
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "Even?", "States": {
                      "Even?": {"Type": "Choice", "Default": "Odd", "Choices": [
                        {"Variable": "$", "NumericEquals": 2, "Next": "Even"}]},
                      "Even": {"Type": "Pass", "End": true}, "Odd": {"Type": "Fail", "Error": "Odd"}}}}""";

        for (int tolerated : List.of(1, 2)) {
            List<Stay> stays = Stays.of(harness(map.formatted(tolerated)).run("{\"items\": [1, 2, 3]}"));
            Stay stay = only(stays, "A");

            assertThat(stay.request()
                            .at("/stateConfiguration/mapIterationFailureCount")
                            .intValue())
                    .isEqualTo(2);
            assertThat(stay.did().path("status").asText()).isEqualTo(tolerated < 2 ? "FAILED" : "SUCCEEDED");
            assertThat(stays).hasSize(1 + 3 * 2);
            assertThat(new Prover(new OwnTestState(HarnessOptions.defaults()), wait -> {})
                            .prove(ProofFolder.at(folder), stays, count -> {})
                            .message())
                    .isEmpty();
        }
    }

    @Test
    void a_uuid_that_the_state_makes_may_be_another_one_at_aws() {
        String made = "\"A\": {\"Type\": \"Pass\", \"End\": true, \"Parameters\": {\"id.$\": \"States.UUID()\"}}";
        Stay stay = first(made, "{}");
        ProofFolder proofs = ProofFolder.at(folder);
        new Prover(new OwnTestState(HarnessOptions.defaults().withSeed(99)), wait -> {})
                .prove(proofs, List.of(stay), count -> {})
                .verify();
        Stay literal = first(
                "\"A\": {\"Type\": \"Pass\", \"End\": true, \"Result\": \"00000000-0000-4000-8000-000000000001\"}",
                "{}");
        ProofResult other = new Prover(
                        request -> TestStateServer.json(new OwnTestState(HarnessOptions.defaults())
                                .testState(request)
                                .toString()
                                .replace("000000000001", "000000000002")),
                        wait -> {})
                .prove(proofs, List.of(literal), count -> {});

        assertThat(other.deviations()).hasSize(1);
    }

    // ---- what cannot be asked --------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Type": "Pass", "End": true, "Parameters": {"id.$": "$$.Execution.Id"}} | it reads the Context object, which TestState takes only together with a mock
            {"Type": "Pass", "End": true, "Parameters": {"n.$": "States.MathRandom(1, 9)"}} | it makes a number from chance or from the clock, another one in each run
            {"Type": "Pass", "QueryLanguage": "JSONata", "End": true, "Output": "{% $states.context %}"} | it reads the Context object, which TestState takes only together with a mock
            {"Type": "Pass", "QueryLanguage": "JSONata", "End": true, "Output": "{% $millis() %}"} | it makes a number from chance or from the clock, another one in each run
            {"Type": "Wait", "Seconds": 3600, "End": true} | it waits for 1h, and TestState would wait as long, for at most five minutes
            """)
    void a_stay_that_aws_cannot_be_asked_about_says_why(String state, String why) {
        Stay stay = first("\"A\": " + state, "{}");

        assertThat(stay.unprovable()).isEqualTo(why);
        assertThat(ProofFolder.at(folder).check(List.of(stay)).isProven()).isTrue();
    }

    @Test
    void a_missed_heartbeat_and_an_open_task_are_not_asked_about() {
        StateMachineHarness harness = harness("""
                "A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true,
                  "HeartbeatSeconds": 60, "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}}""");
        harness.mock("A").accepts();
        Execution execution = harness.start("{}");

        assertThat(Stays.of(execution)).isEmpty();
        harness.clock().advanceBy(Duration.ofMinutes(2));
        assertThat(Stays.of(execution))
                .extracting(Stay::unprovable)
                .containsExactly("it missed a heartbeat, which no mocked error says as AWS does");
    }

    @Test
    void a_proof_that_is_none_is_refused_and_says_what_to_do() throws IOException {
        Stay stay = first("\"A\": {\"Type\": \"Pass\", \"End\": true}", "{}");
        Path file = ProofFolder.at(folder).file(stay);

        Files.writeString(file, "<<<<<<< HEAD\n{}");
        assertThat(refusal(stay))
                .contains(" is not JSON: ")
                .endsWith("Restore the file, or delete it and ask AWS again.");
        Files.writeString(file, "{\"request\": {}}");
        assertThat(refusal(stay)).contains(" is not a proof: it must be an object with \"answer\" and \"request\".");
    }

    @Test
    void the_file_of_a_proof_may_be_written_in_any_way() throws IOException {
        Stay stay = first(
                "\"A\": {\"Type\": \"Pass\", \"End\": true}",
                "{\"b\": 1.50, \"a\": [\"\\\"\u00e9\\n\", {}, []], \"B\": null}");
        ProofFolder.at(folder).keep(stay, stay.did());
        Path file = ProofFolder.at(folder).file(stay);
        String kept = Files.readString(file);

        for (String text : List.of(
                kept,
                kept.replaceAll("\\s+", ""),
                kept.replace("\n", "\r\n"),
                kept.replace("1.50", "1.5"),
                kept.replace("\u00e9", "\\u00e9"),
                "{\"request\": {}, \"answer\": " + stay.did() + "}")) {
            Files.writeString(file, text);
            ProofResult result = ProofFolder.at(folder).check(List.of(stay, stay));
            assertThat(result.message()).as(text).isEmpty();
            assertThat(result.agreed()).as(text).isEqualTo(2);
        }

        Files.writeString(file, kept.replace("1.50", "1.51"));
        assertThat(ProofFolder.at(folder).check(List.of(stay)).deviations()).hasSize(1);
    }

    private String refusal(Stay stay) {
        try {
            return ProofFolder.at(folder).check(List.of(stay)).message();
        } catch (ProofException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
