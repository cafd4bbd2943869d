package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.s3.Bucket;
import io.github.asltestkit.s3.S3Object;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every form of a ResultWriter. */
class WritersTest {
    private static final String EXPORT = "\"Resource\": \"arn:aws:states:::s3:putObject\","
            + " \"Parameters\": {\"Bucket\": \"results\", \"Prefix\": \"jobs\"}";

    private static StateMachineHarness harness(String writer, String fields) {
        return StateMachineHarness.create(StateMachine.parse("write.asl.json", """
                {"StartAt": "Write", "States": {"Write": {"Type": "Map", "End": true, "Label": "w", %s
                  "ResultWriter": {%s},
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "Do", "States": {"Do": {"Type": "Task", "End": true,
                      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:do"}}}}}}""".formatted(fields, writer)));
    }

    private static String config(String transformation, String type) {
        return "\"WriterConfig\": {\"Transformation\": \"" + transformation + "\", \"OutputType\": \"" + type + "\"}";
    }

    private static Execution run(StateMachineHarness harness) {
        harness.mock("Do").answers(call -> call.parameters());
        return harness.run("[[1, 2], [3]]");
    }

    private static String written(String writer, String file) {
        StateMachineHarness harness = harness(writer, "");
        harness.s3().bucket("results");
        Execution execution = run(harness);
        String name = execution.mapRun("Write").arn().replaceAll(".*:", "");
        return harness.s3().bucket("results").get("jobs/" + name + "/" + file).text();
    }

    @Test
    void outputs_are_the_state_s_output_in_the_form_asked_for() {
        assertThat(run(harness(config("COMPACT", "JSON"), "")).output()).hasToString("[[1,2],[3]]");
        assertThat(run(harness(config("FLATTEN", "JSON"), "")).output()).hasToString("[1,2,3]");
        assertThat(run(harness(config("COMPACT", "JSONL"), "")).output()).hasToString("\"[1,2]\\n[3]\\n\"");
        JsonNode described = run(harness(config("NONE", "JSON"), "")).output();
        assertThat(described).isNotNull();
        assertThat(described.get(1).path("Output").textValue()).isEqualTo("[3]");
        assertThat(described.get(1).path("Status").textValue()).isEqualTo("SUCCEEDED");
    }

    @Test
    void exported_results_are_sorted_by_status_and_named_by_a_manifest() {
        StateMachineHarness harness = harness(EXPORT, "\"ToleratedFailureCount\": 1,");
        Bucket bucket = harness.s3().bucket("results");
        harness.mock("Do").answers(call -> call.parameters());
        harness.mock("Do").onItem(1).fails("Broken", "as scripted");

        Execution execution = harness.run("[[1, 2], [3]]");

        MapRun run = execution.mapRun("Write");
        String folder = "jobs/" + run.arn().replaceAll(".*:", "") + "/";
        assertThat(execution.output())
                .isEqualTo(JsonInput.ofText("{\"MapRunArn\": \"" + run.arn() + "\", \"ResultWriterDetails\": {"
                                + "\"Bucket\": \"results\", \"Key\": \"" + folder + "manifest.json\"}}")
                        .tree());
        JsonNode manifest = bucket.get(folder + "manifest.json").json();
        S3Object succeeded = bucket.get(folder + "SUCCEEDED_0.json");
        S3Object failed = bucket.get(folder + "FAILED_0.json");
        assertThat(manifest)
                .isEqualTo(JsonInput.ofText("{\"DestinationBucket\": \"results\", \"MapRunArn\": \"" + run.arn()
                                + "\", \"ResultFiles\": {\"FAILED\": [{\"Key\": \"" + folder
                                + "FAILED_0.json\", \"Size\": " + failed.size()
                                + "}], \"PENDING\": [], \"SUCCEEDED\": [{\"Key\": \"" + folder
                                + "SUCCEEDED_0.json\", \"Size\": " + succeeded.size() + "}]}}")
                        .tree());
        Execution first = run.item(0);
        assertThat(succeeded.json())
                .isEqualTo(JsonInput.ofText("[{\"ExecutionArn\": \"" + first.arn()
                                + "\", \"Input\": \"[1,2]\", \"InputDetails\": {\"Included\": true}, \"Name\": \""
                                + first.name() + "\", \"Output\": \"[1,2]\", \"OutputDetails\": {\"Included\": true},"
                                + " \"RedriveCount\": 0, \"RedriveStatus\": \"NOT_REDRIVABLE\", \"RedriveStatusReason\":"
                                + " \"Execution is SUCCEEDED and cannot be redriven\", \"StartDate\":"
                                + " \"2024-01-01T00:00:00Z\", \"StateMachineArn\":"
                                + " \"arn:aws:states:us-east-1:123456789012:stateMachine:write/w\","
                                + " \"Status\": \"SUCCEEDED\", \"StopDate\": \"2024-01-01T00:00:00Z\"}]")
                        .tree());
        assertThat(failed.json().get(0).path("Error").textValue()).isEqualTo("Broken");
        assertThat(failed.json().get(0).path("Cause").textValue()).isEqualTo("as scripted");
        assertThat(failed.json().get(0).has("Output")).isFalse();
        assertThat(run.itemCounts().resultsWritten()).isEqualTo(2);
    }

    @Test
    void the_form_of_the_files_is_the_one_asked_for() {
        assertThat(written(EXPORT + ", " + config("COMPACT", "JSON"), "SUCCEEDED_0.json"))
                .isEqualTo("[[1,2],[3]]");
        assertThat(written(EXPORT + ", " + config("FLATTEN", "JSON"), "SUCCEEDED_0.json"))
                .isEqualTo("[1,2,3]");
        assertThat(written(EXPORT + ", " + config("FLATTEN", "JSONL"), "SUCCEEDED_0.jsonl"))
                .isEqualTo("1\n2\n3\n");
        assertThat(written(EXPORT + ", " + config("NONE", "JSONL"), "SUCCEEDED_0.jsonl")
                        .lines())
                .hasSize(2);
    }

    @Test
    void what_a_failed_run_never_started_is_pending() {
        StateMachineHarness harness = harness(EXPORT, "\"MaxConcurrency\": 1,");
        Bucket bucket = harness.s3().bucket("results");
        harness.mock("Do").fails("Broken", null);

        Execution execution = harness.run("[1, 2, 3]");

        assertThat(execution.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        String folder = "jobs/" + execution.mapRun("Write").arn().replaceAll(".*:", "") + "/";
        assertThat(bucket.list(folder))
                .extracting(object -> object.key().substring(folder.length()))
                .containsExactly("FAILED_0.json", "PENDING_0.json", "manifest.json");
        assertThat(bucket.get(folder + "PENDING_0.json").json())
                .extracting(entry -> entry.path("Input").textValue())
                .isEqualTo(List.of("2", "3"));
    }

    @Test
    void a_redriven_run_names_the_successes_of_all_attempts() {
        StateMachineHarness harness = harness(EXPORT, "\"MaxConcurrency\": 1,");
        Bucket bucket = harness.s3().bucket("results");
        harness.mock("Do").answers(call -> call.parameters());
        harness.mock("Do").onItem(1).fails("Broken", null).thenReturns("\"again\"");

        Execution execution = harness.run("[1, 2, 3]");
        harness.redrive(execution);
        harness.runToEnd(execution);

        String folder = "jobs/" + execution.mapRun("Write").arn().replaceAll(".*:", "") + "/";
        assertThat(bucket.list(folder))
                .extracting(object -> object.key().substring(folder.length()))
                .containsExactly("SUCCEEDED_0.json", "SUCCEEDED_1.json", "manifest.json");
        assertThat(bucket.get(folder + "SUCCEEDED_0.json").json()).hasSize(1);
        assertThat(bucket.get(folder + "SUCCEEDED_1.json").json()).hasSize(2);
    }

    @Test
    void a_bucket_that_is_not_there_fails_the_writer_before_a_child_is_started() {
        StateMachineHarness harness = harness(EXPORT, "");

        Execution execution = harness.run("[1]");

        assertThat(execution.error()).isEqualTo("States.ResultWriterFailed");
        assertThat(execution.cause()).startsWith("The specified bucket does not exist (Service: Amazon S3;");
        assertThat(execution.mapRun("Write").executionCounts().total()).isZero();
    }
}
