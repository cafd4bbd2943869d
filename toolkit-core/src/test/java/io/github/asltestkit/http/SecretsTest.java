package io.github.asltestkit.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.report.DefinitionNames;
import io.github.asltestkit.report.ExecutedRun;
import io.github.asltestkit.report.RunRecorder;
import io.github.asltestkit.report.RunReport;
import io.github.asltestkit.report.TestedBy;
import io.github.asltestkit.report.Timeline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a connection adds to a request is secret: it is in no output, however the request ends. */
class SecretsTest {
    private static final String ARN = "arn:aws:events:us-east-1:123456789012:connection/shop/81210c42";
    private static final String QUERY = "{\"own\": 2}";
    private static final HttpConnection CONNECTION = HttpConnection.basic("planted-user", "planted-password")
            .withHeader("X-Key", "planted-header")
            .withQueryParameter("planted-name", "planted query")
            .withBodyParameter("planted-field", "planted-body");
    private static final String BASIC =
            Base64.getEncoder().encodeToString("planted-user:planted-password".getBytes(StandardCharsets.UTF_8));

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @TempDir
    Path folder;

    private static StateMachineHarness harness(String target, HttpConnection connection, String query) {
        StateMachineHarness harness =
                StateMachineHarness.create(StateMachine.parse("http.asl.json", """
                {"StartAt": "Call", "States": {
                  "Call": {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": {
                      "ApiEndpoint": "https://api.example.com/v1", "Method": "POST", "RequestBody": {"own": 1},
                      "QueryParameters": %s, "Authentication": {"ConnectionArn": "%s"}},
                    "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}],
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Failed"}], "End": true},
                  "Failed": {"Type": "Fail", "ErrorPath": "$.Error", "CausePath": "$.Cause"}}}""".formatted(query, ARN)));
        harness.http().route("https://api.example.com", target).connection("shop", connection);
        return harness;
    }

    /** Everything that the toolkit writes of an execution, and of its request. */
    private String outputs(StateMachineHarness harness) throws IOException {
        Execution execution = harness.run();
        StringBuilder all = new StringBuilder();
        all.append(execution)
                .append(execution.history().toJson())
                .append(execution.history())
                .append(execution.calls())
                .append(harness.mocks())
                .append(Timeline.of(execution.history(), execution.definition()).text())
                .append(harness.singleState("Call").run().inspectionData())
                .append(harness.http())
                .append(CONNECTION);
        Definition definition = execution.definition();
        Path runs = folder.resolve("a" + RunReport.RUN_FILE);
        try (RunRecorder recorder = new RunRecorder(Files.newOutputStream(runs), DefinitionNames.AS_GIVEN)) {
            recorder.add(
                    new TestedBy("id", "group", "name", TestedBy.Status.FAILED, execution.cause(), 1),
                    List.of(definition),
                    List.of(new ExecutedRun(
                            "e",
                            "m",
                            definition,
                            definition,
                            execution.history(),
                            execution.dataFlow(),
                            execution.notes())));
        }
        RunReport.read(List.of(runs)).write(folder.resolve("report"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static void assertNothingPlanted(String outputs, String expected) {
        assertThat(outputs).contains(expected).doesNotContain("planted", BASIC);
    }

    @Test
    void a_server_that_cannot_be_reached() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertNothingPlanted(
                outputs(harness("http://127.0.0.1:" + port, CONNECTION, QUERY)),
                "POST https://api.example.com/v1?own=2: ");
    }

    @Test
    void a_server_that_does_not_answer_in_time() throws IOException {
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(2_000)));

        StateMachineHarness harness = harness(SERVER.baseUrl(), CONNECTION, QUERY);
        harness.http().timeout(Duration.ofMillis(300));

        assertNothingPlanted(outputs(harness), "POST https://api.example.com/v1?own=2: ");
    }

    @Test
    void a_server_that_breaks_off() throws IOException {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertNothingPlanted(outputs(harness(SERVER.baseUrl(), CONNECTION, QUERY)), "States.Http.Socket");
    }

    @Test
    void a_server_that_refuses() throws IOException {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401).withBody("who are you?")));

        assertNothingPlanted(outputs(harness(SERVER.baseUrl(), CONNECTION, QUERY)), "States.Http.StatusCode.401");
    }

    @Test
    void a_server_that_answers() throws IOException {
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{\"id\": 7}")));

        assertNothingPlanted(outputs(harness(SERVER.baseUrl(), CONNECTION, QUERY)), "SUCCEEDED");
    }

    @Test
    void an_address_that_is_malformed() throws IOException {
        assertNothingPlanted(
                outputs(harness(SERVER.baseUrl(), CONNECTION, "\"own=^\"")),
                "The ApiEndpoint of the HTTP Task is not an address: https://api.example.com/v1?own=^");
    }

    @Test
    void a_header_that_cannot_be_sent() throws IOException {
        assertNothingPlanted(
                outputs(harness(SERVER.baseUrl(), CONNECTION.withHeader("X-Broken", "planted\r\nvalue"), QUERY)),
                "The header X-Broken of the HTTP Task has a name or a value that HTTP does not allow");
        assertNothingPlanted(
                outputs(harness(SERVER.baseUrl(), CONNECTION.withHeader("Host", "planted"), QUERY)),
                "The header Host of the HTTP Task");
    }
}
