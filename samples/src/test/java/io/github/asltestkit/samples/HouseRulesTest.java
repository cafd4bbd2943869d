package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.FurtherMachine;
import io.github.asltestkit.junit.Injected;
import io.github.asltestkit.junit.Machine;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.junit.StateMachineTestSupport;
import io.github.asltestkit.junit.Strictness;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What all tests of a house have in common: an annotation and an extension of its own, machines by name, fields. */
class HouseRulesTest {

    // tag::extension[]
    /** The bank of all our tests, which is patient; a test that needs another bank mocks it again. */
    static class PatientBank implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            StateMachineTestSupport.harness(context)
                    .mock("Ask the bank")
                    .lenient()
                    .callbackSucceedsAfter(Duration.ofMinutes(5), "{\"receipt\": \"r-1\"}");
        }
    }
    // end::extension[]

    // tag::composed[]
    @Retention(RetentionPolicy.RUNTIME)
    @StateMachineTest(value = "checkout.asl.json", region = "us-east-1", strictness = Strictness.STRICT)
    @FurtherMachine("payment.asl.json")
    @ExtendWith(PatientBank.class)
    @interface CheckoutTest {}

    @Nested
    @CheckoutTest
    class WithAPatientBank {
        @Injected
        private StateMachineHarness harness;

        @Test
        void the_payment_is_an_execution_of_its_own(@Machine("payment") StateMachine payment) {
            assertThat(harness.run("{\"amount\": 12}")).hasSucceeded().hasRunFor(Duration.ofMinutes(5));

            Execution second = harness.executions().get(1);
            assertThat(second).hasSucceeded();
            assertThat(second.stateMachine()).isSameAs(payment);
        }

        @Test
        void a_hasty_bank_is_mocked_anew() {
            harness.mock("Ask the bank").callbackSucceedsAfter(Duration.ofSeconds(1), "{\"receipt\": \"r-2\"}");

            assertThat(harness.run("{\"amount\": 12}")).hasRunFor(Duration.ofSeconds(1));
        }
    }
    // end::composed[]

    // tag::constructor[]
    @Nested
    @CheckoutTest
    class WithAConstructor {
        private final StateMachineHarness harness;

        WithAConstructor(StateMachineHarness harness) {
            this.harness = harness;
        }

        @Test
        void the_constructor_takes_the_harness_of_the_test(StateMachineHarness same) {
            assertThat(same).isSameAs(harness);
        }
    }
    // end::constructor[]
}
