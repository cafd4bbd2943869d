package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import io.github.asltestkit.definition.DefinitionOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** State machines where people keep them: in templates. */
class TemplatesTest {

    // tag::sam[]
    @Test
    void a_state_machine_of_a_SAM_template_by_its_logical_id() {
        StateMachine payment = StateMachine.load(
                "definitions/template.yaml", DefinitionOptions.defaults().withLogicalId("Payment"));
        StateMachineHarness harness = harness(payment);
        harness.mockLambda("ChargeCard").returns("{\"receipt\": \"r-1\"}");
        harness.mock("SendReceipt").returns("{\"MessageId\": \"m-1\"}");

        Execution execution = harness.run("{\"order\": 7}");

        assertThat(execution).hasSucceeded().tookPath("Charge", "CoolDown", "SendReceipt");
        assertThat(execution).hasRunFor(Duration.ofSeconds(30));
        assertThat(payment.type()).isEqualTo(StateMachineType.EXPRESS);
    }
    // end::sam[]

    // tag::values[]
    @Test
    void a_value_of_the_test_goes_before_one_of_the_template() {
        StateMachine payment = StateMachine.load(
                "definitions/template.yaml",
                DefinitionOptions.defaults().withLogicalId("Payment").withSubstitution("CoolingSeconds", 90));
        StateMachineHarness harness = harness(payment);
        harness.mockLambda("ChargeCard").returns("{}");
        harness.mock("SendReceipt").returns("{}");

        assertThat(harness.run("{}")).hasRunFor(Duration.ofSeconds(90));
    }
    // end::values[]

    // tag::cdk[]
    @Test
    void a_template_that_the_CDK_synthesised() {
        StateMachineHarness harness = harness(StateMachine.load("definitions/OrdersStack.template.json"));
        harness.mockLambda("Approve4B3F1A2C").returns("{\"approved\": true}");

        assertThat(harness.run("{\"order\": 7}")).hasSucceeded();
    }
    // end::cdk[]

    // tag::terraform[]
    @Test
    void a_Terraform_file() {
        StateMachineHarness harness = harness(StateMachine.load("definitions/main.tf"));
        harness.mockLambda("resize").returns("{\"size\": 120}");

        assertThat(harness.run("{}")).hasSucceeded();
    }
    // end::terraform[]

    private static StateMachineHarness harness(StateMachine machine) {
        return StateMachineHarness.create(machine, HarnessOptions.defaults());
    }
}
