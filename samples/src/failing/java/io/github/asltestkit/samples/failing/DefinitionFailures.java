package io.github.asltestkit.samples.failing;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.DefinitionLint;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** Definitions that cannot be run. */
class DefinitionFailures {

    @Test
    @StateMachineTest("broken/targets.asl.json")
    void transitions_to_nowhere(StateMachineHarness harness) {
        harness.run();
    }

    @Test
    @StateMachineTest("broken/not-json.asl.json")
    void text_that_is_not_json(StateMachineHarness harness) {
        harness.run();
    }

    @Test
    @StateMachineTest("no-such-file.asl.json")
    void a_file_that_is_not_there(StateMachineHarness harness) {
        harness.run();
    }

    @Test
    void a_path_that_finds_nothing() throws Throwable {
        DefinitionLint lint = DefinitionLint.in("src/test/resources/broken/flow.asl.json")
                .ignoring("LAMBDA_WITHOUT_RETRY")
                .failingOnWarnings();
        for (DynamicTest test : lint.tests().toList()) {
            test.getExecutable().execute();
        }
    }
}
