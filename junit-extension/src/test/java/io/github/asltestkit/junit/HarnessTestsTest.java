package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.StateMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of frameworks without Jupiter, as their hooks would call this. */
class HarnessTestsTest {
    private static final StateMachine SIZE = StateMachine.load("/size.asl.json");

    @TempDir
    private Path folder;

    private final Map<String, String> before = new HashMap<>();

    private void set(String name, String value) {
        String old = System.setProperty(name, value);
        before.putIfAbsent(name, old == null ? "" : old);
    }

    @BeforeEach
    void the_report_goes_to_a_folder_of_the_test() {
        set("asl.testkit.report.dir", folder.toString());
        set("asl.testkit.report.console", "false");
    }

    @AfterEach
    void properties_are_as_they_were() {
        before.forEach((name, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @Test
    void what_a_test_executes_is_reported_and_covered() throws IOException {
        HarnessTests tests = HarnessTests.create();
        for (int n : new int[] {1, 11}) {
            HarnessTest test = tests.begin("size.feature", "a size", SIZE);
            test.harness().run("{\"n\": " + n + "}");
            test.passed();
        }
        tests.finish();

        assertThat(Files.readString(folder.resolve("coverage.txt"))).contains("size.asl.json   100.0 %");
        assertThat(Files.readString(folder.resolve("tests/0.js"))).contains("aslTest(0,", "aslTest(1,");
    }

    @Test
    void a_mock_that_was_never_called_fails_the_test() {
        HarnessTest test = HarnessTests.create().begin("size.feature", "a size", SIZE);
        test.harness().mockLambda("nobody").returns("{}");

        assertThatThrownBy(test::passed)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("A mocked response was never used.");
    }

    @Test
    void a_failure_shows_the_timeline_of_the_executions() {
        HarnessTest test = HarnessTests.create().begin("size.feature", "a size", SIZE);
        test.harness().run("{\"n\": 1}");
        IllegalStateException failure = new IllegalStateException("on purpose");
        test.failed(failure);

        assertThat(failure.getSuppressed()).singleElement().asString().contains("SUCCEEDED after 0s", "Small");
    }

    @Test
    void a_test_ends_once() {
        HarnessTest test = HarnessTests.create().begin("size.feature", "a size", SIZE);
        test.passed();

        assertThatThrownBy(test::passed).hasMessage("The test \"a size\" has ended already");
    }

    @Test
    void a_minimum_is_judged() {
        set("asl.testkit.coverage.minimum", "60");
        HarnessTests tests = HarnessTests.create();
        HarnessTest test = tests.begin("size.feature", "a size", SIZE);
        test.harness().run("{\"n\": 11}");
        test.passed();

        assertThatThrownBy(tests::finish)
                .hasMessageStartingWith("The tests cover 50.0 % of size.asl.json, less than 60 %.");
    }
}
