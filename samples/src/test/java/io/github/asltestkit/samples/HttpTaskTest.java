package io.github.asltestkit.samples;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.http.HttpConnection;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An HTTP Task that is really sent, to WireMock. */
@StateMachineTest("invoice.asl.json")
class HttpTaskTest {

    // tag::sent[]
    @RegisterExtension
    static final WireMockExtension api = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @Test
    void a_busy_api_is_asked_again_after_ten_seconds(StateMachineHarness harness) {
        api.stubFor(post("/v1/invoices")
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(serviceUnavailable())
                .willSetStateTo("free"));
        api.stubFor(post("/v1/invoices")
                .inScenario("busy")
                .whenScenarioStateIs("free")
                .willReturn(okJson("{\"id\": \"inv-7\"}")));
        harness.http()
                .route("https://api.invoices.example", api.baseUrl())
                .connection("invoices", HttpConnection.basic("user", "secret"));

        Execution execution = harness.run("{\"customer\": \"c-1\"}");

        assertThat(execution).hasSucceeded().hasRunFor(Duration.ofSeconds(10));
        assertThat(execution)
                .state("Create the invoice")
                .wasAttempted(2)
                .at(0)
                .failedWith("States.Http.StatusCode.503");
        assertThat(execution).output().isEqualTo("{\"invoice\": \"inv-7\"}");
        api.verify(
                2,
                postRequestedFor(urlEqualTo("/v1/invoices"))
                        .withBasicAuth(new BasicCredentials("user", "secret"))
                        .withRequestBody(equalToJson("{\"customer\": \"c-1\"}")));
    }
    // end::sent[]

    // tag::scripted[]
    @Test
    void or_the_api_is_scripted_like_any_call(StateMachineHarness harness) {
        harness.mock("Create the invoice")
                .fails("States.Http.StatusCode.503", "busy")
                .thenReturns("{\"StatusCode\": 200, \"StatusText\": \"OK\", \"ResponseBody\": {\"id\": \"inv-7\"}}");

        assertThat(harness.run("{\"customer\": \"c-1\"}")).hasSucceeded().hasRunFor(Duration.ofSeconds(10));
    }
    // end::scripted[]
}
