package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names and ARNs are made when somebody asks, on whichever thread and in whichever order. */
class ExecutionNamesTest {
    private static final StateMachine MACHINE = StateMachine.parse("names.asl.json", """
            {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}""");

    private static List<Execution> executions() {
        StateMachineHarness harness = StateMachineHarness.create(MACHINE);
        return IntStream.range(0, 400).mapToObj(i -> harness.run()).toList();
    }

    @Test
    void many_threads_read_the_names_that_one_reads() {
        List<String> one = executions().stream().map(Execution::arn).toList();

        for (int round = 0; round < 10; round++) {
            assertThat(executions().parallelStream().map(Execution::arn).toList())
                    .isEqualTo(one)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void an_execution_has_its_name_in_whichever_order_they_are_asked() {
        List<Execution> executions = executions();
        String last = executions.get(399).name();

        assertThat(executions().stream().map(Execution::name)).endsWith(last);
    }

    @Test
    void an_execution_is_found_by_an_arn_that_was_never_asked_for() {
        String arn = executions().get(7).arn();
        StateMachineHarness harness = StateMachineHarness.create(MACHINE);
        IntStream.range(0, 10).forEach(i -> harness.run());

        JsonNode request = JsonNodeFactory.instance.objectNode().put("executionArn", arn);

        assertThat(harness.api()
                        .call("DescribeExecution", request)
                        .path("status")
                        .asText())
                .isEqualTo("SUCCEEDED");
    }
}
