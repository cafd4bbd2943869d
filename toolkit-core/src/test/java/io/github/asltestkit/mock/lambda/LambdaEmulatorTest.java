package io.github.asltestkit.mock.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.mock.MockException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A function behind an emulator, whose answers are those that users of the emulator have published. */
class LambdaEmulatorTest {
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private String answer = "{\"receipt\": \"r-1\"}";
    private int status = 200;

    private final StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("charge.asl.json", """
            {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": {"FunctionName": "charge", "Payload": {"order": 7}}, "OutputPath": "$.Payload", "End": true}}}"""));

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        harness.mockLambda("charge").answers(LambdaEmulator.at(address()));
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Execution run() {
        return harness.run("{}");
    }

    @Test
    void the_function_gets_the_payload_and_gives_the_result() {
        assertThat(run().output()).hasToString("{\"receipt\":\"r-1\"}");
        assertThat(requests).containsExactly("POST /2015-03-31/functions/function/invocations {\"order\":7}");
    }

    @Test
    void the_function_may_have_a_name() {
        harness.mockLambda("charge").answers(LambdaEmulator.at(address()).function("charge"));

        run();

        assertThat(requests).singleElement().asString().contains("/functions/charge/invocations");
    }

    @Test
    void an_error_of_the_function_has_its_type_though_no_header_tells_it() {
        answer = "{\"errorType\":\"Error\",\"errorMessage\":\"failure\",\"trace\":[\"Error: failure\"]}";

        Execution execution = run();

        assertThat(execution.error()).isEqualTo("Error");
        assertThat(execution.cause()).isEqualTo(answer);
    }

    @Test
    void words_are_those_of_a_function_that_ran_out_of_time() {
        answer = "Task timed out after 1.00 seconds";

        Execution execution = run();

        assertThat(execution.error()).isEqualTo("Sandbox.Timedout");
        assertThat(execution.cause()).contains("Task timed out after 1.00 seconds");
    }

    @Test
    void nothing_is_what_a_function_says_that_died() {
        answer = "";

        assertThat(run().error()).isEqualTo("Runtime.ExitError");
    }

    @Test
    void what_the_emulator_itself_refuses_fails_the_test() {
        status = 404;
        answer = "no such function";

        assertThatThrownBy(this::run)
                .isInstanceOf(MockException.class)
                .hasMessageContaining("The answer to the call made by Charge (attempt 1) threw an exception.")
                .hasMessageContaining("answered 404: no such function");
    }

    @Test
    void what_is_no_address_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LambdaEmulator.at("localhost:9000"))
                .withMessage("\"localhost:9000\" is not the address of an HTTP server, such as http://localhost:9000");
    }
}
