package io.github.asltestkit.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.asltestkit.Execution;
import io.github.asltestkit.SingleStateResult;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP Tasks that are really sent, to a server on this machine. */
class HttpTaskTest {
    private static final String ARN = "arn:aws:events:us-east-1:123456789012:connection/shop/81210c42";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static StateMachineHarness harness(String parameters) {
        StateMachineHarness harness =
                StateMachineHarness.create(StateMachine.parse("http.asl.json", """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::http:invoke", "Parameters": {
                    "ApiEndpoint": "https://api.example.com/v1/orders",
                    "Authentication": {"ConnectionArn": "%s"}, %s}}}}""".formatted(ARN, parameters)));
        harness.http().route("https://api.example.com", SERVER.baseUrl());
        return harness;
    }

    @Test
    void method_path_query_headers_and_body_arrive_as_Step_Functions_sends_them() {
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{\"id\": 1}")));

        Execution execution = harness("""
                "Method": "POST", "Headers": {"Request-Id": "r 1", "Accept": ["a", "b"]},
                "QueryParameters": {"currency": "us d", "ids": [1, 2]}, "RequestBody": {"sum": 1.50, "to": "Zoë"}""").run();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        SERVER.verify(postRequestedFor(urlEqualTo("/v1/orders?currency=us%20d&ids=1&ids=2"))
                .withHeader("Request-Id", equalTo("r 1"))
                .withHeader("Accept", equalTo("a, b"))
                .withHeader("User-Agent", equalTo("Amazon|StepFunctions|HttpInvoke|us-east-1"))
                .withHeader("Range", equalTo("bytes=0-262144"))
                .withHeader("Content-Type", equalTo("application/json; charset=UTF-8"))
                .withHeader("Authorization", absent())
                .withRequestBody(equalTo("{\"sum\":1.50,\"to\":\"Zoë\"}")));
    }

    @Test
    void the_response_is_what_the_state_sees() {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Content-Type", "application/json")
                        .withHeader("Set-Cookie", "a=1", "b=2")
                        .withBody("{\"id\": 7}")));

        Execution execution = harness("\"Method\": \"GET\"").run();

        assertThat(execution.output().path("StatusCode").intValue()).isEqualTo(201);
        assertThat(execution.output().path("StatusText").textValue()).isEqualTo("Created");
        assertThat(execution.output().at("/ResponseBody/id").intValue()).isEqualTo(7);
        assertThat(execution.output().at("/Headers/set-cookie")).hasToString("[\"a=1\",\"b=2\"]");
        SERVER.verify(getRequestedFor(urlEqualTo("/v1/orders")));
    }

    @Test
    void a_response_that_is_no_JSON_is_text() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("hello")));

        assertThat(harness("\"Method\": \"GET\"")
                        .run()
                        .output()
                        .path("ResponseBody")
                        .textValue())
                .isEqualTo("hello");
    }

    @Test
    void a_connection_adds_its_authorization_and_what_it_says_counts() {
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        StateMachineHarness harness = harness("""
                "Method": "POST", "Headers": {"x-mode": "definition", "x-own": "1"}, "QueryParameters": {"q": "definition"},
                "RequestBody": {"mode": "definition", "own": 1}""");
        harness.http()
                .connection(
                        "shop",
                        HttpConnection.basic("user", "secret")
                                .withHeader("X-Mode", "connection")
                                .withQueryParameter("q", "connection")
                                .withBodyParameter("mode", "connection"));

        harness.run();

        SERVER.verify(postRequestedFor(urlEqualTo("/v1/orders?q=connection"))
                .withBasicAuth(new com.github.tomakehurst.wiremock.client.BasicCredentials("user", "secret"))
                .withHeader("X-Mode", equalTo("connection"))
                .withHeader("x-own", equalTo("1"))
                .withRequestBody(equalTo("{\"mode\":\"connection\",\"own\":1}")));
    }

    @Test
    void an_API_key_and_a_token_are_authorizations_too() {
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        StateMachineHarness harness = harness("\"Method\": \"GET\"");

        harness.http().connection(ARN, HttpConnection.apiKey("x-api-key", "k"));
        harness.run();
        harness.http().connection(ARN, HttpConnection.bearer("t"));
        harness.run();

        SERVER.verify(1, anyRequestedFor(anyUrl()).withHeader("x-api-key", equalTo("k")));
        SERVER.verify(1, anyRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer t")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INDICES  | array%5B0%5D=a&array%5B1%5D=b&meta%5Bkey%5D=x%20y
            REPEAT   | array=a&array=b&meta%5Bkey%5D=x%20y
            COMMAS   | array=a,b&meta%5Bkey%5D=x%20y
            BRACKETS | array%5B%5D=a&array%5B%5D=b&meta%5Bkey%5D=x%20y
            """)
    void a_body_may_be_sent_as_a_form(String arrayFormat, String form) {
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        harness("""
                "Method": "POST", "Headers": {"Content-Type": "application/x-www-form-urlencoded"},
                "RequestBody": {"array": ["a", "b"], "meta": {"key": "x y"}},
                "Transform": {"RequestBodyEncoding": "URL_ENCODED", "RequestEncodingOptions": {"ArrayFormat": "%s"}}""".formatted(arrayFormat)).run();

        SERVER.verify(postRequestedFor(anyUrl())
                .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                .withRequestBody(equalTo(form)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "host", "X-Amzn-Trace-Id", "x-forwarded-for", "Transfer-Encoding"})
    void a_header_that_is_not_the_definitions_to_set_fails_the_task_unsent(String header) {
        Execution execution = harness("\"Method\": \"GET\", \"Headers\": {\"%s\": \"x\"}".formatted(header))
                .run();

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.cause()).contains("The header " + header + " cannot be used in an HTTP Task");
        SERVER.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void a_text_and_the_fields_of_a_connection_do_not_merge() {
        StateMachineHarness harness = harness("\"Method\": \"POST\", \"RequestBody\": \"text\"");
        harness.http().connection(ARN, HttpConnection.bearer("t").withBodyParameter("a", "b"));

        assertThat(harness.run().error()).isEqualTo("States.Runtime");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 503})
    void a_status_beyond_success_is_an_error_with_its_number(int status) {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody("no")));

        Execution execution = harness("\"Method\": \"GET\"").run();

        assertThat(execution.error()).isEqualTo("States.Http.StatusCode." + status);
        assertThat(execution.cause()).isEqualTo("no");
    }

    @Test
    void a_connection_that_breaks_is_a_socket_error() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThat(harness("\"Method\": \"GET\"").run().error()).isEqualTo("States.Http.Socket");
    }

    @Test
    void a_server_that_does_not_answer_in_time_is_a_socket_error() {
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(2_000)));
        StateMachineHarness harness = harness("\"Method\": \"GET\"");
        harness.http().timeout(Duration.ofMillis(50));

        assertThat(harness.run().error()).isEqualTo("States.Http.Socket");
    }

    @ParameterizedTest
    @CsvSource({"59, ''", "60, States.Http.Socket", "3600, States.Http.Socket"})
    void an_answer_that_comes_after_sixty_seconds_comes_too_late(long seconds, String error) {
        StateMachineHarness harness = harness("\"Method\": \"GET\"");
        harness.mock("Call").returnsAfter(Duration.ofSeconds(seconds), "{\"StatusCode\": 200}");

        Execution execution = harness.run();

        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(Math.min(60, seconds)));
        assertThat(Objects.requireNonNullElse(execution.error(), "")).isEqualTo(error);
    }

    @Test
    void a_shorter_timeout_of_the_task_comes_first() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("http.asl.json", """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true, "TimeoutSeconds": 30,
                  "Resource": "arn:aws:states:::http:invoke", "Parameters": {
                    "ApiEndpoint": "https://api.example.com", "Method": "GET"}}}}"""));
        harness.mock("Call").neverAnswers();

        Execution execution = harness.run();

        assertThat(execution.error()).isEqualTo("States.Timeout");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/octet-stream", "video/mp4"})
    void a_response_that_is_no_text_fails_the_task(String type) {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse().withHeader("Content-Type", type).withBody("x")));

        assertThat(harness("\"Method\": \"GET\"").run().error()).isEqualTo("States.Runtime");
    }

    @Test
    void a_mock_comes_before_a_route() {
        StateMachineHarness harness = harness("\"Method\": \"GET\"");
        harness.mock("Call").returns("{\"StatusCode\": 200}");

        assertThat(harness.run().output()).hasToString("{\"StatusCode\":200}");
        SERVER.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void the_call_stands_in_the_journal() {
        SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        assertThat(harness("\"Method\": \"GET\"").run().calls()).hasSize(1);
    }

    @Test
    void a_target_elsewhere_has_to_be_allowed() {
        HttpRoutes routes = new HttpRoutes("us-east-1");

        assertThatThrownBy(() -> routes.route("api.example.com", "http://192.0.2.1:80"))
                .hasMessage("""
                HTTP Tasks are sent to loopback addresses only, and http://192.0.2.1:80 is not one.

                  If the test may reach it, call allowRemoteTargets() first.""");
        routes.allowRemoteTargets().route("api.example.com", "http://192.0.2.1:80");
    }

    @Test
    void an_address_that_is_none_is_refused() {
        assertThatThrownBy(() -> new HttpRoutes("us-east-1").route("ftp://x", "http://localhost"))
                .hasMessage("\"ftp://x\" is not the address of an HTTP server, such as https://api.example.com or"
                        + " http://localhost:8080");
    }

    @Test
    void one_state_alone_shows_the_request_and_the_response() {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withHeader("Content-Length", "8")
                        .withBody("{\"id\":7}")));
        StateMachineHarness harness = harness("\"Method\": \"POST\", \"RequestBody\": {\"a\": 1}");
        harness.http().connection(ARN, HttpConnection.bearer("secret"));

        SingleStateResult hidden = harness.singleState("Call").run();
        SingleStateResult revealed =
                harness.singleState("Call").revealingSecrets().run();
        SingleStateResult mocked = harness.singleState("Call").withResult("{}").run();

        assertThat(hidden.inspected("request"))
                .hasToString(
                        "{\"protocol\":\"https\",\"method\":\"POST\",\"url\":\"https://api.example.com/v1/orders\","
                                + "\"headers\":\"[User-Agent: Amazon|StepFunctions|HttpInvoke|us-east-1,"
                                + " Range: bytes=0-262144]\",\"body\":\"{\\\"a\\\":1}\"}");
        assertThat(revealed.inspected("request").path("headers").textValue())
                .startsWith("[Authorization: Bearer secret, User-Agent");
        assertThat(revealed.inspected("response").path("statusCode").textValue())
                .isEqualTo("200");
        assertThat(revealed.inspected("response").path("body").textValue()).isEqualTo("{\"id\":7}");
        assertThat(mocked.inspected("request")).isNotNull();
        assertThat(mocked.inspected("response")).isNull();
    }
}
