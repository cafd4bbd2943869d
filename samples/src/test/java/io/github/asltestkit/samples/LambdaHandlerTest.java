package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.mock.lambda.LambdaHandlers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The function's own code answers, in process. */
@StateMachineTest("order.asl.json")
class LambdaHandlerTest {

    // tag::handler[]
    record Charge(int order, BigDecimal amount) {}

    static final class ChargeHandler implements RequestHandler<Charge, Map<String, String>> {
        @Override
        public Map<String, String> handleRequest(Charge charge, Context context) {
            if (charge.amount().signum() <= 0) {
                throw new IllegalArgumentException("Nothing to charge");
            }
            return Map.of("receipt", context.getFunctionName() + "-" + charge.order());
        }
    }

    @Test
    void the_handler_charges_the_card(StateMachineHarness harness) {
        harness.mockLambda("charge-card").answers(LambdaHandlers.of(new ChargeHandler()));

        assertThat(harness.run("{\"order\": 7, \"total\": 129.90}"))
                .hasSucceeded()
                .output()
                .node("/charge/receipt")
                .isEqualTo("charge-card-7");
    }
    // end::handler[]

    @BeforeEach
    void shipped(StateMachineHarness harness) {
        harness.mock("ShipOrder").lenient().returns("{}");
    }

    // tag::exception[]
    @Test
    void its_exception_is_the_error_that_lambda_reports(StateMachineHarness harness) {
        harness.mockLambda("charge-card").answers(LambdaHandlers.of(new ChargeHandler()));

        Execution execution = harness.run("{\"order\": 7, \"total\": 0}");

        assertThat(execution).failedWith("java.lang.IllegalArgumentException");
        assertThat(execution.cause())
                .startsWith(
                        "{\"errorMessage\":\"Nothing to charge\",\"errorType\":\"java.lang.IllegalArgumentException\"");
    }
    // end::exception[]

    // tag::timeout[]
    @Test
    void a_function_that_takes_too_long_is_stopped_by_lambda(StateMachineHarness harness) {
        harness.mockLambda("charge-card")
                .answers(LambdaHandlers.of(new ChargeHandler())
                        .withTimeout(Duration.ofSeconds(10))
                        .taking(Duration.ofSeconds(12)));

        Execution execution = harness.run("{\"order\": 7, \"total\": 12}");

        assertThat(execution).failedWith("Sandbox.Timedout").hasRunFor(Duration.ofSeconds(10));
        assertThat(execution.cause()).endsWith("Error: Task timed out after 10.00 seconds\"}");
    }
    // end::timeout[]

    // tag::stream[]
    @Test
    void a_handler_of_streams_answers_too(StateMachineHarness harness) {
        RequestStreamHandler handler =
                (input, output, context) -> output.write("{\"receipt\": \"r-9\"}".getBytes(StandardCharsets.UTF_8));
        harness.mockLambda("charge-card").answers(LambdaHandlers.of(handler));

        assertThat(harness.run("{\"order\": 9, \"total\": 1}")).hasSucceeded();
    }
    // end::stream[]

    // tag::function[]
    /** Of Spring Cloud Function: a bean of the application. */
    static Function<Charge, Map<String, String>> chargeCard() {
        return charge -> Map.of("receipt", "r-" + charge.order());
    }

    @Test
    void a_function_of_spring_answers(StateMachineHarness harness) {
        harness.mockLambda("charge-card").answers(LambdaHandlers.of(Charge.class, chargeCard()));

        assertThat(harness.run("{\"order\": 7, \"total\": 129.90}"))
                .output()
                .node("/charge/receipt")
                .isEqualTo("r-7");
    }
    // end::function[]

    static final class ChargeFunction implements Function<Charge, Map<String, String>> {
        @Override
        public Map<String, String> apply(Charge charge) {
            if (charge.amount().signum() == 0) {
                throw new IllegalStateException("nothing to charge");
            }
            return Map.of("receipt", "r-" + charge.order());
        }
    }

    @Test
    void a_function_that_is_a_class_tells_its_types_and_its_exceptions(StateMachineHarness harness) {
        harness.mockLambda("charge-card").answers(LambdaHandlers.of(new ChargeFunction()));

        assertThat(harness.run("{\"order\": 7, \"total\": 1}")).hasSucceeded();
        assertThat(harness.run("{\"order\": 7, \"total\": 0}")).failedWith("java.lang.IllegalStateException");
    }
}
