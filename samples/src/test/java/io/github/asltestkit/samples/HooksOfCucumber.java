package io.github.asltestkit.samples;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.HarnessTest;
import io.github.asltestkit.junit.HarnessTests;

/** What the hooks of a framework without Jupiter do; {@link WithoutJupiterTest} calls them as Cucumber would. */
// tag::hooks[]
final class HooksOfCucumber {
    private static final HarnessTests TESTS = HarnessTests.create();
    private static final StateMachine MACHINE = StateMachine.load("order.asl.json");

    private HarnessTest test;

    /** Cucumber: {@code @Before}, with scenario.getUri() and scenario.getName(). Kotest: beforeTest. Spock: setup. */
    void before(String feature, String scenario) {
        test = TESTS.begin(feature, scenario, MACHINE);
    }

    /** For the steps. */
    StateMachineHarness harness() {
        return test.harness();
    }

    /** Cucumber: {@code @After}, with scenario.isFailed(). A mock that was never called fails the scenario here. */
    void after(boolean failed) {
        if (failed) {
            test.failed(new AssertionError("the scenario failed"));
        } else {
            test.passed();
        }
    }
}
// end::hooks[]
