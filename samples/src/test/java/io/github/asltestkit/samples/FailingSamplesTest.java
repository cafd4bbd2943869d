package io.github.asltestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.AssertionFailedError;

/**
 * Runs the samples that are meant to fail and compares what each says to its approved text.
 *
 * <p>After a wanted change of a message, run the samples with {@code -Dapprove=true} and look at the difference.
 */
class FailingSamplesTest {
    private static final Path APPROVED = Path.of("src/failing/approved");

    @TestFactory
    Stream<DynamicTest> a_failing_sample_says_what_was_approved() {
        Map<String, TestExecutionResult> results = run();
        assertThat(results).as("samples that are meant to fail").hasSizeGreaterThanOrEqualTo(65);
        return results.entrySet().stream()
                .filter(sample -> !sample.getKey().startsWith("UnannotatedFailures")) // fails in JUnit's words
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(), () -> compare(sample.getKey(), message(sample.getValue()))));
    }

    @Test
    void a_development_environment_gets_what_was_expected_and_what_was_there() {
        Map<String, TestExecutionResult> results = run();
        Map<String, String> pairs = new TreeMap<>();
        results.forEach((sample, result) -> result.getThrowable()
                .filter(AssertionFailedError.class::isInstance)
                .map(AssertionFailedError.class::cast)
                .filter(AssertionFailedError::isExpectedDefined)
                .ifPresent(failure -> pairs.put(
                        sample,
                        failure.getExpected().getStringRepresentation() + " | "
                                + failure.getActual().getStringRepresentation())));
        assertThat(pairs)
                .containsEntry(
                        "OrderFailures.another_path",
                        "ValidateOrder -> ChargeCard -> ShipOrder -> NotifyCustomer | "
                                + "ValidateOrder -> ChargeCard -> RefundOrder -> OrderFailed")
                .containsEntry("OrderFailures.another_status", "SUCCEEDED | FAILED")
                .containsEntry("OrderFailures.another_error", "Payment.Declined | Bank.Busy")
                .containsEntry("OrderFailures.another_output", "\"r-2\" | \"r-1\"")
                .containsEntry("OrderFailures.fewer_attempts", "3 | 2")
                .containsEntry("OrderFailures.a_shorter_time", "PT6S | PT2S");
    }

    @Test
    void a_failing_sample_that_ran_an_execution_leaves_its_timeline_below_the_stack_trace() {
        assertThat(run().get("OrderFailures.another_path")
                        .getThrowable()
                        .orElseThrow()
                        .getSuppressed())
                .singleElement()
                .satisfies(timeline -> compare("OrderFailures.another_path.timeline", timeline.toString()));
    }

    @Test
    void a_field_without_an_annotation_is_named_below_the_null_pointer_exception() {
        assertThat(suppressed("ForgottenFailures.a_field_without_an_annotation"))
                .containsExactly(
                        "The field ForgottenFailures.harness is null: @StateMachineTest supplies a"
                                + " StateMachineHarness if the field has @Injected.\n-> at ForgottenFailures.harness(ForgottenFailures.java)");
    }

    @Test
    void a_test_that_fails_names_its_unused_mocks_too() {
        assertThat(suppressed("MistakeFailures.unused_mocks_beside_a_failure"))
                .hasSize(2)
                .element(1)
                .satisfies(note -> compare("MistakeFailures.unused_mocks_beside_a_failure.note", note));
    }

    @Test
    void a_class_without_its_annotation_is_named_below_the_results() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream err = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            run();
        } finally {
            System.setErr(err);
        }
        compare(
                "UnannotatedFailures.printed",
                printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").strip());
    }

    private static List<String> suppressed(String sample) {
        return Stream.of(run().get(sample).getThrowable().orElseThrow().getSuppressed())
                .map(Throwable::toString)
                .toList();
    }

    private static void compare(String sample, String message) throws IOException {
        Path file = APPROVED.resolve(sample + ".txt");
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(APPROVED);
            Files.writeString(file, message + "\n");
        }
        assertThat(file).as("the approved text of " + sample).exists();
        assertThat(message + "\n").isEqualTo(Files.readString(file).replace("\r\n", "\n"));
        assertThat(message.lines()).as("lines of " + sample).allMatch(line -> line.length() <= 119);
    }

    /** What each sample fails with, by its class and method; by its class where it is the class that fails. */
    private static Map<String, TestExecutionResult> run() {
        Map<String, TestExecutionResult> results = new TreeMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("io.github.asltestkit.samples.failing"))
                .configurationParameter("asl.testkit.report.enabled", "false")
                .build();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                test.getSource()
                        .filter(MethodSource.class::isInstance)
                        .map(MethodSource.class::cast)
                        .ifPresent(source -> results.merge(name(source), result, FailingSamplesTest::failure));
                test.getSource()
                        .filter(source -> result.getThrowable().isPresent())
                        .filter(ClassSource.class::isInstance)
                        .map(ClassSource.class::cast)
                        .ifPresent(source -> results.put(simpleName(source.getClassName()), result));
            }
        });
        return results;
    }

    /** A test template ends after its tests, and does not fail with them. */
    private static TestExecutionResult failure(TestExecutionResult one, TestExecutionResult other) {
        return one.getThrowable().isPresent() ? one : other;
    }

    private static String name(MethodSource source) {
        return simpleName(source.getClassName()) + "." + source.getMethodName();
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static String message(TestExecutionResult result) {
        String message = result.getThrowable().map(Throwable::getMessage).orElse("it passed");
        String usual = "target/asl-testkit";
        String folder = Path.of("").toAbsolutePath().toString();
        return message.replace("\r\n", "\n")
                .replace(System.getProperty("asl.testkit.report.dir", usual), usual)
                .replace(folder, "(the working directory)")
                .stripTrailing();
    }
}
