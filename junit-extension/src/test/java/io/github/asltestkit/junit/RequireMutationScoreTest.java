package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachineHarness;
import org.junit.jupiter.api.Test;

class RequireMutationScoreTest {

    @RequireMutationScore(100)
    @StateMachineTest("/size.asl.json")
    static class Runs100 {
        @Test
        void large(StateMachineHarness harness) {
            harness.run("{\"n\": 11}");
        }

        @Test
        void small(StateMachineHarness harness) {
            harness.run("{\"n\": 1}");
        }
    }

    @Test
    void a_class_whose_tests_notice_less_fails_and_names_what_nobody_noticed() {
        long t = System.nanoTime();
        System.out.println(Runs.failureOf(Runs100.class));
        System.out.println((System.nanoTime() - t) / 1e6);
    }
}
