package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a harness says to who asks it for what it cannot do. */
class HarnessMisuseTest {
    private static final StateMachine WAIT = StateMachine.parse("wait.asl.json", """
            {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 60, "End": true}}}""");

    @Test
    void an_execution_of_another_harness_is_refused_by_all_that_would_move_its_clock() {
        Execution other = StateMachineHarness.create(WAIT).start();

        refuses(other, StateMachineHarness::runToEnd);
        refuses(other, StateMachineHarness::runUntil);
        refuses(other, StateMachineHarness::redrive);
        refuses(other, (harness, execution) -> harness.stop(execution, null, null));
        assertThat(other.elapsed()).isEqualTo(Duration.ZERO);
    }

    private static void refuses(Execution execution, BiConsumer<StateMachineHarness, Execution> call) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.accept(StateMachineHarness.create(WAIT), execution))
                .withMessage("The execution " + execution.name()
                        + " of wait is not one of this harness: it has a clock of its"
                        + " own. Ask the harness that started it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901", "1234567890123", "12345678901a"})
    void an_account_has_twelve_digits(String account) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HarnessOptions.defaults().withAccount(account))
                .withMessage(
                        "account \"" + account + "\" is not an account: write twelve digits, such as 123456789012");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "frankfurt", "eu-central", "EU-CENTRAL-1"})
    void a_region_has_the_form_of_one(String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HarnessOptions.defaults().withRegion(region))
                .withMessage("region \"" + region + "\" is not a region: write one such as eu-central-1");
    }

    @ParameterizedTest
    @CsvSource({"eu-central-1, aws", "cn-north-1, aws-cn", "us-gov-west-1, aws-us-gov"})
    void a_region_has_its_partition(String region, String partition) {
        HarnessOptions options = HarnessOptions.defaults().withRegion(region);

        assertThat(StateMachineHarness.create(WAIT, options).start().arn())
                .startsWith("arn:" + partition + ":states:" + region + ":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a:b"})
    void a_machine_cannot_have_a_name_that_the_service_refuses(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> WAIT.withName(name));
        assertThatIllegalArgumentException().isThrownBy(() -> WAIT.withName("x".repeat(81)));
    }
}
