package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionHistory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.OutputDirectoryProvider;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class FailureReportTest {

    @StateMachineTest("/pass.asl.json")
    static class Fails {
        @Test
        void and_leaves_a_report(StateMachineHarness harness) {
            harness.run();
            fail("on purpose");
        }
    }

    @StateMachineTest("/pass.asl.json")
    static class Passes {
        @Test
        void and_leaves_nothing(StateMachineHarness harness) {
            harness.run();
        }
    }

    private record Folder(Path getRootDirectory) implements OutputDirectoryProvider {
        @Override
        public Path createOutputDirectory(TestDescriptor test) throws IOException {
            return Files.createDirectories(getRootDirectory.resolve("report"));
        }
    }

    @Test
    void where_files_cannot_be_left_the_test_fails_with_its_own_failure_and_the_timeline_below_it() {
        assertThat(Runs.failures(Runs.run(Fails.class))).singleElement().satisfies(failure -> {
            assertThat(failure).hasMessage("on purpose");
            assertThat(failure.getSuppressed()).singleElement().hasToString("""
                            the timeline:

                            Execution of /pass.asl.json: SUCCEEDED after 0s

                              +0s  Greet  Pass end
                            """);
            StringWriter printed = new StringWriter();
            failure.printStackTrace(new PrintWriter(printed));
            assertThat(printed.toString()).contains("\tSuppressed: the timeline:\n\nExecution of /pass.asl.json");
        });
    }

    // ---- whatever a test fails for ---------------------------------------------------------------------------------

    @Test
    void a_test_that_fails_for_whatever_reason_leaves_the_timeline_once() {
        for (Class<?> failing : List.of(
                UnusedMock.class,
                UnmockedCall.class,
                FailsBefore.class,
                FailsAfter.class,
                FailsAfterOurs.class,
                FailsInTheConstructor.class,
                FailingTemplate.class,
                FailingFactory.class)) {
            EngineExecutionResults results = Runs.run(failing);

            assertThat(Runs.reported(results, "execution timeline"))
                    .as(failing.getSimpleName())
                    .singleElement()
                    .asString()
                    .contains("Ask");
            assertThat(Runs.failures(results))
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.getSuppressed())
                            .as(failing.getSimpleName())
                            .hasSize(1));
        }
    }

    @StateMachineTest("callback.asl.json")
    static class Asks {
        @BeforeEach
        void mock(StateMachineHarness harness) {
            harness.mock("Ask").accepts();
        }
    }

    static class UnusedMock extends Asks {
        @Test
        void test(StateMachineHarness harness) {
            harness.mock("Nobody").accepts();
            harness.start("{\"order\": 7}");
        }
    }

    @StateMachineTest("callback.asl.json")
    static class UnmockedCall {
        @Test
        void test(StateMachineHarness harness) {
            harness.start("{\"order\": 7}");
        }
    }

    static class FailsBefore extends Asks {
        @BeforeEach
        void then_fail(StateMachineHarness harness) {
            harness.start("{\"order\": 7}");
            fail("before");
        }

        @Test
        void test() {}
    }

    static class FailsAfter extends Asks {
        @Test
        void test(StateMachineHarness harness) {
            harness.start("{\"order\": 7}");
        }

        @AfterEach
        void then_fail() {
            fail("after");
        }
    }

    static class FailingExtension implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext context) {
            fail("in the end");
        }
    }

    @ExtendWith(FailingExtension.class)
    @StateMachineTest("callback.asl.json")
    static class FailsAfterOurs {
        @Test
        void test(StateMachineHarness harness) {
            harness.mock("Ask").accepts();
            harness.start("{\"order\": 7}");
        }
    }

    @StateMachineTest("callback.asl.json")
    static class FailsInTheConstructor {
        FailsInTheConstructor(StateMachineHarness harness) {
            harness.mock("Ask").accepts();
            harness.start("{\"order\": 7}");
            fail("in the constructor");
        }

        @Test
        void test() {}
    }

    static class FailingTemplate extends Asks {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void test(int order, StateMachineHarness harness) {
            harness.start(Map.of("order", order));
            assertThat(order).isEqualTo(1);
        }
    }

    static class FailingFactory extends Asks {
        @TestFactory
        Stream<DynamicContainer> factory(StateMachineHarness harness) {
            harness.mock("Nobody").accepts();
            return Stream.of(DynamicContainer.dynamicContainer(
                    "orders",
                    Stream.of(1, 2)
                            .map(order -> DynamicTest.dynamicTest("order " + order, () -> {
                                harness.start(Map.of("order", order));
                                assertThat(order).isEqualTo(1);
                            }))));
        }
    }

    @Test
    void of_many_executions_those_that_did_not_succeed_are_reported_first() {
        EngineExecutionResults results = Runs.run(Many.class);

        assertThat(Runs.reported(results, "execution-30 timeline")).hasSize(1);
        assertThat(Runs.reported(results, "execution-9 timeline")).hasSize(1);
        assertThat(Runs.reported(results, "execution-10 timeline")).isEmpty();
        assertThat(Runs.failures(results))
                .singleElement()
                .satisfies(failure -> assertThat(failure.getSuppressed()[0])
                        .asString()
                        .startsWith("the timelines:")
                        .endsWith("\n\nand 20 more executions\n"));
    }

    @StateMachineTest("callback.asl.json")
    static class Many {
        @Test
        void test(StateMachineHarness harness) {
            harness.mock("Ask").callbackSucceedsAfter(Duration.ofMinutes(1), "{}");
            for (int i = 1; i <= 29; i++) {
                harness.run("{\"order\": 7}");
            }
            harness.mock("Ask").callbackFailsAfter(Duration.ofMinutes(1), "Rejected", "over the limit");
            harness.run("{\"order\": 7}");
            fail("on purpose");
        }
    }

    @Test
    void unused_mocks_may_be_an_entry_of_the_report_only() {
        Runs.passes(Warns.class);
        assertThat(Runs.reported(Runs.run(Warns.class), "unused mocks"))
                .singleElement()
                .asString()
                .contains("A mocked response was never used.", "Nobody", "-> at FailureReportTest.Warns.test(");
    }

    @StateMachineTest(value = "callback.asl.json", strictness = Strictness.WARN)
    static class Warns {
        @Test
        void test(StateMachineHarness harness) {
            harness.mock("Nobody").accepts();
        }
    }

    @Test
    void a_failed_test_leaves_the_timeline_and_the_history_of_its_execution(@TempDir Path folder) throws IOException {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("asl.testkit.report.enabled", "false")
                .selectors(selectClass(Fails.class))
                .outputDirectoryProvider(new Folder(folder))
                .execute();

        String timeline = results.allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class))
                .map(entry -> String.valueOf(entry.getKeyValuePairs().get("execution timeline")))
                .findFirst()
                .orElseThrow();
        assertThat(timeline).contains("SUCCEEDED after 0s", "Greet");
        assertThat(timeline.lines()).allMatch(line -> line.length() <= 119);
        List<Path> files = results.allEvents()
                .fileEntryPublished()
                .map(event -> event.getRequiredPayload(FileEntry.class).getPath())
                .toList();
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("execution.timeline.txt", "execution.history.json");
        assertThat(ExecutionHistory.parse(Files.readString(files.get(1))).events())
                .hasSize(4);
    }

    @Test
    void a_test_that_passes_leaves_nothing() {
        EngineExecutionResults results = Runs.run(Passes.class);

        assertThat(results.allEvents().fileEntryPublished().count()).isZero();
        assertThat(results.allEvents().reportingEntryPublished().count()).isZero();
    }
}
