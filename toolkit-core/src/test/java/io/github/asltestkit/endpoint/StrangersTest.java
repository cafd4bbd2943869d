package io.github.asltestkit.endpoint;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.browser.Browser;
import io.github.asltestkit.endpoint.wiremock.WireMockServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may not drive an endpoint: web pages from elsewhere, shown by a browser on the same machine. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class StrangersTest {
    private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:work";

    private final StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse(
            "work.asl.json",
            "{\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Task\",\"Resource\":\"" + ACTIVITY
                    + "\",\"End\":true}}}"));

    private StepFunctionsEndpoint endpoint(boolean wireMock) {
        return wireMock ? harness.endpoint() : Doors.alone(harness);
    }

    /** A request with headers that the client of the JDK does not let anybody set; the whole response. */
    private static String raw(URI uri, String method, String path, String headers, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), uri.getPort())) {
            String request = method + " " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String advance(URI uri, String headers) throws IOException {
        return raw(uri, "POST", "/asl-testkit/clock/advance", headers, "{\"by\":\"PT1H\"}");
    }

    @ParameterizedTest(name = "on WireMock: {0}")
    @ValueSource(booleans = {false, true})
    void only_this_machine_moves_the_clock_and_only_with_json(boolean wireMock) throws IOException {
        try (StepFunctionsEndpoint endpoint = endpoint(wireMock)) {
            URI uri = endpoint.uri();
            String json = "Content-Type: application/json\r\n";

            assertThat(advance(uri, "Host: evil.example\r\n" + json)).startsWith("HTTP/1.1 403");
            assertThat(advance(uri, "Host: localhost\r\nOrigin: https://evil.example\r\n" + json))
                    .startsWith("HTTP/1.1 403")
                    .contains("The endpoint answers web pages of this machine only");
            assertThat(advance(uri, "Host: localhost\r\nOrigin: null\r\n" + json))
                    .startsWith("HTTP/1.1 403");
            assertThat(advance(uri, "Host: localhost\r\nContent-Type: text/plain\r\n"))
                    .startsWith("HTTP/1.1 415")
                    .contains("Send requests to /asl-testkit/clock/advance with the header Content-Type:"
                            + " application/json");
            assertThat(advance(uri, "Host: localhost\r\n")).startsWith("HTTP/1.1 415");
            assertThat(endpoint.clock().elapsed()).isZero();

            assertThat(advance(uri, "Host: localhost\r\nOrigin: http://localhost:3000\r\n" + json))
                    .startsWith("HTTP/1.1 200");
            assertThat(endpoint.clock().elapsed()).isEqualTo(Duration.ofHours(1));
        }
    }

    @ParameterizedTest(name = "on WireMock: {0}")
    @ValueSource(booleans = {false, true})
    void calls_of_the_API_are_answered_for_this_machine_only(boolean wireMock) throws IOException {
        try (StepFunctionsEndpoint endpoint = endpoint(wireMock)) {
            String call = "X-Amz-Target: AWSStepFunctions.ListStateMachines\r\n"
                    + "Content-Type: application/x-amz-json-1.0\r\n";

            assertThat(raw(endpoint.uri(), "POST", "/", "Host: evil.example\r\n" + call, "{}"))
                    .startsWith("HTTP/1.1 403")
                    .contains("AccessDeniedException");
            assertThat(raw(endpoint.uri(), "POST", "/", "Host: localhost\r\nOrigin: http://a.example\r\n" + call, "{}"))
                    .startsWith("HTTP/1.1 403");
            assertThat(raw(endpoint.uri(), "POST", "/", "Host: 127.0.0.1\r\n" + call, "{}"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void the_admin_of_WireMock_is_for_this_machine_only() throws IOException {
        try (StepFunctionsEndpoint endpoint = endpoint(true)) {
            String stub = "{\"request\":{\"url\":\"/x\"},\"response\":{\"status\":200}}";

            for (String headers :
                    new String[] {"Host: evil.example\r\n", "Host: localhost\r\nOrigin: http://a.example\r\n"}) {
                assertThat(raw(endpoint.uri(), "GET", "/__admin/requests", headers, ""))
                        .startsWith("HTTP/1.1 403")
                        .doesNotContain("loggedDate");
                assertThat(raw(endpoint.uri(), "POST", "/__admin/mappings", headers, stub))
                        .startsWith("HTTP/1.1 403");
            }
            assertThat(WireMockServers.of(endpoint).getStubMappings()).isEmpty();
            assertThat(raw(endpoint.uri(), "GET", "/__admin/requests", "Host: localhost\r\n", ""))
                    .startsWith("HTTP/1.1 200");
        }
    }

    /** Two pages: one of another site, and one whose site's name was made to lead to the endpoint itself. */
    @Test
    void a_web_page_in_a_browser_neither_moves_the_clock_nor_reads_task_tokens(@TempDir Path folder) throws Exception {
        String evil = "evil.example";
        WireMockServer site = new WireMockServer(com.github.tomakehurst.wiremock.core.WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort());
        site.start();
        try (Browser browser = Browser.start(folder, "MAP " + evil + " 127.0.0.1");
                StepFunctionsEndpoint endpoint = endpoint(true)) {
            site.stubFor(get("/page").willReturn(okForContentType("text/html", "<p>hello")));
            WireMockServer behind = WireMockServers.of(endpoint);
            behind.stubFor(get("/page").willReturn(okForContentType("text/html", "<p>hello")));
            String foreign = "http://" + evil + ":" + site.port();
            String rebound = "http://" + evil + ":" + endpoint.uri().getPort();
            harness.start("{}");
            Doors.post(
                    java.net.http.HttpClient.newHttpClient(),
                    endpoint.uri(),
                    "AWSStepFunctions.GetActivityTask",
                    "{\"activityArn\":\"" + ACTIVITY + "\"}");

            browser.open(foreign + "/page");
            String control = endpoint.uri() + "/asl-testkit/clock/advance";
            browser.run("fetch('" + control + "', {method: 'POST', mode: 'no-cors', body: '{\"by\":\"PT1H\"}'})");
            browser.run("fetch('" + endpoint.uri() + "/__admin/mappings', {method: 'POST', mode: 'no-cors',"
                    + " body: '{\"request\":{\"url\":\"/x\"},\"response\":{\"status\":200}}'})");
            JsonNode journal = browser.run("fetch('" + endpoint.uri() + "/__admin/requests')"
                    + ".then(answer => answer.text()).catch(refused => 'refused')");

            browser.open(rebound + "/page");
            JsonNode moved =
                    browser.run("fetch('/asl-testkit/clock/advance', {method: 'POST', body: '{\"by\":\"PT1H\"}',"
                            + " headers: {'Content-Type': 'application/json'}}).then(answer => answer.status)");
            JsonNode clock = browser.run("fetch('/asl-testkit/clock').then(answer => answer.status)");
            JsonNode reboundJournal = browser.run("fetch('/__admin/requests').then(answer => answer.text())");

            assertThat(endpoint.clock().elapsed()).isZero();
            assertThat(moved.asInt()).isEqualTo(403);
            assertThat(clock.asInt()).isEqualTo(403);
            assertThat(journal.asText() + reboundJournal.asText()).doesNotContain("taskToken", "GetActivityTask");
            assertThat(behind.getStubMappings()).hasSize(1);
        } finally {
            site.stop();
        }
    }
}
