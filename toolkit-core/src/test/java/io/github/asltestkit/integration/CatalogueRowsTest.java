package io.github.asltestkit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.PartialParameters;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.mock.FieldValidation;
import io.github.asltestkit.mock.RecordedCall;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every row of the catalogue: each action in each pattern that it supports, and what ends each of them. */
class CatalogueRowsTest {
    private static final ServiceCatalogue CATALOGUE = ServiceCatalogue.load();

    private static final List<String> SUFFIXES = List.of("", ".sync", ".sync:2", ".waitForTaskToken");

    private record Row(String service, String action, String suffix) {
        String resource() {
            return service + ":" + action + suffix;
        }
    }

    private static Stream<Row> rows() {
        Stream<Row> optimized = CATALOGUE.services().stream()
                .flatMap(service -> CATALOGUE.actions(service).stream()
                        .flatMap(action -> CATALOGUE.suffixes(service, action).stream()
                                .map(suffix -> new Row(service, action, suffix))));
        Stream<Row> sdk = Stream.of("dynamodb:query", "s3:getObject", "sfn:sendTaskSuccess", "ec2:describeInstances")
                .flatMap(api -> Stream.of("", ".waitForTaskToken").map(suffix -> {
                    int colon = api.indexOf(':');
                    return new Row("aws-sdk:" + api.substring(0, colon), api.substring(colon + 1), suffix);
                }));
        return Stream.concat(optimized, sdk);
    }

    @TestFactory
    Stream<DynamicTest> an_action_runs_in_each_pattern_that_its_service_supports() {
        return rows().map(row -> DynamicTest.dynamicTest(row.resource(), () -> {
            switch (row.suffix()) {
                case "" -> requestResponse(row);
                case ".waitForTaskToken" -> callback(row);
                default -> job(row);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> an_action_is_refused_in_the_patterns_that_its_service_has_not() {
        return rows().map(row -> new Row(row.service(), row.action(), ""))
                .distinct()
                .flatMap(row -> SUFFIXES.stream()
                        .filter(suffix ->
                                !CATALOGUE.suffixes(row.service(), row.action()).contains(suffix))
                        .map(suffix -> new Row(row.service(), row.action(), suffix)))
                .map(row -> DynamicTest.dynamicTest(
                        row.resource(),
                        () -> assertThat(refusal(row, StateMachineType.STANDARD))
                                .isEqualTo("The resource provided arn:aws:states:::" + row.resource()
                                        + " is not recognized. The value is not a valid resource ARN, or the resource is not"
                                        + " available in this region. at /States/Call/Resource")));
    }

    @TestFactory
    Stream<DynamicTest> an_Express_workflow_has_request_response_alone() {
        return rows().map(row -> DynamicTest.dynamicTest(row.resource(), () -> {
            String expected = row.suffix().isEmpty()
                    ? ""
                    : "Express state machine does not support '" + row.suffix().replace(":2", "")
                            + "' service integration" + (row.suffix().startsWith(".wait") ? " " : "")
                            + " at /States/Call/Resource";
            assertThat(refusal(row, StateMachineType.EXPRESS)).isEqualTo(expected);
        }));
    }

    /** The errors of the definition with their places. */
    private static String refusal(Row row, StateMachineType type) {
        try {
            StateMachine.parse("row.asl.json", definition(row)).withType(type);
            return "";
        } catch (InvalidDefinitionException refused) {
            return refused.diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .map(found -> found.message() + " at " + found.location().pointer())
                    .collect(Collectors.joining("; "));
        }
    }

    private static String definition(Row row) {
        boolean callback = row.suffix().equals(".waitForTaskToken");
        boolean http = row.service().equals("http");
        String given = (callback ? "\"Token.$\": \"$$.Task.Token\"" : "")
                + (callback && http ? ", " : "")
                + (http ? "\"ApiEndpoint\": \"https://a.b\", \"Method\": \"GET\"" : "");
        String token = ", \"Parameters\": {" + given + "}";
        return """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::%s"%s}}}""".formatted(row.resource(), token);
    }

    private static StateMachineHarness harness(Row row) {
        // A row says how an action is called, not what its API takes and gives.
        return StateMachineHarness.create(
                StateMachine.parse("row.asl.json", definition(row), PartialParameters.ALLOWED),
                HarnessOptions.defaults().withFieldValidation(FieldValidation.NONE));
    }

    private static void requestResponse(Row row) {
        StateMachineHarness harness = harness(row);
        harness.mockService(row.service(), row.action()).returns("{\"Answer\": 42}");

        Execution answered = harness.run();

        assertThat(answered.output()).hasToString("{\"Answer\":42}");
        assertThat(types(answered)).contains("TaskScheduled", "TaskStarted", "TaskSucceeded");
        HistoryEvent scheduled = event(answered, "TaskScheduled");
        assertThat(scheduled.details().text("resourceType")).isEqualTo(row.service());
        assertThat(scheduled.details().text("resource")).isEqualTo(row.action());

        StateMachineHarness failing = harness(row);
        String error = CATALOGUE.errorPrefix(row.service()) + ".SomeException";
        failing.mock("Call").fails(error, "because");
        assertThat(failing.run().error()).isEqualTo(error);
    }

    private static void callback(Row row) {
        StateMachineHarness harness = harness(row);
        harness.mock("Call").accepts();

        Execution execution = harness.start();
        String token = execution.taskToken("Call");
        assertThat(execution.calls().get(0).call().parameters().path("Token").textValue())
                .isEqualTo(token);
        harness.clock().advanceBy(Duration.ofDays(30));
        harness.sendTaskSuccess(token, "{\"Answer\": 42}");

        assertThat(execution.output()).hasToString("{\"Answer\":42}");
        assertThat(types(execution)).contains("TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded");
        assertThat(event(execution, "TaskScheduled").details().text("resource")).isEqualTo(row.action() + row.suffix());
    }

    private static void job(Row row) {
        StateMachineHarness harness = harness(row);
        harness.mock("Call").jobSucceedsAfter(Duration.ofHours(3), "{\"Status\": \"DONE\"}");

        Execution execution = harness.run();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.elapsed()).isEqualTo(Duration.ofHours(3));
        assertThat(types(execution)).contains("TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded");

        StateMachineHarness aborted = harness(row);
        aborted.mock("Call").jobNeverEnds();
        Execution running = aborted.start();
        aborted.stop(running, null, null);
        RecordedCall.Cancel cancel = running.calls().get(0).cancel();
        String api = CATALOGUE.cancelApi(row.service(), row.action());
        assertThat(cancel == null ? null : cancel.api()).isEqualTo(api);
    }

    private static List<String> types(Execution execution) {
        return execution.history().events().stream()
                .map(event -> event.type().apiName())
                .toList();
    }

    private static HistoryEvent event(Execution execution, String type) {
        return execution.history().events().stream()
                .filter(event -> event.type().apiName().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
