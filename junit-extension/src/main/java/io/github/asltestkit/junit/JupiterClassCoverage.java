package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.generate.TestClassCoverage;
import io.github.asltestkit.report.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the tests of a class by a launcher of its own, which no listener of the build hears of, and reads what they took from the
 * files that they leave. The toolkit makes it.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class JupiterClassCoverage implements TestClassCoverage {
    private static final int MOST_TOLD = 5;

    /** For the {@link java.util.ServiceLoader}. */
    public JupiterClassCoverage() {}

    @Override
    public Coverage of(Class<?> testClass) {
        Set<String> running = StackWalker.getInstance()
                .walk(frames -> frames.map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .collect(Collectors.toSet()));
        try {
            Path folder = Files.createTempDirectory("asl-testkit-generate");
            try {
                run(testClass, running, folder);
                return RunReport.read(RunsFile.unfinishedIn(folder.resolve("runs")))
                        .coverage();
            } finally {
                delete(folder);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("What " + testClass.getSimpleName() + " takes cannot be read", unwritable);
        }
    }

    private static void run(Class<?> testClass, Set<String> running, Path folder) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(testClass))
                .filters((PostDiscoveryFilter) test -> FilterResult.includedIf(!isRunning(test, running)))
                .configurationParameter(ReportSettings.FOLDER, folder.toString())
                .configurationParameter("asl.testkit.report.enabled", "true")
                .configurationParameter("asl.testkit.report.console", "false")
                .configurationParameter(MutationSettings.ENABLED, "false")
                .configurationParameter(ProgressLine.PARAMETER, "false")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
        Outcomes outcomes = new Outcomes();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .enableLauncherDiscoveryListenerAutoRegistration(false)
                        .enablePostDiscoveryFilterAutoRegistration(false)
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build())
                .execute(request, outcomes);
        if (!outcomes.failed.isEmpty()) {
            throw new IllegalStateException("What " + testClass.getSimpleName()
                    + " takes is not known, for its tests do not pass: "
                    + String.join(", ", outcomes.failed.subList(0, Math.min(MOST_TOLD, outcomes.failed.size()))));
        }
        if (outcomes.tests == 0) {
            throw new IllegalStateException(
                    testClass.getName() + " has no test beside the one that asks what it takes");
        }
    }

    /** Whether a test is what asks, which would ask for ever. */
    private static boolean isRunning(TestDescriptor test, Set<String> running) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .filter(method -> running.contains(method.getClassName() + "." + method.getMethodName()))
                .isPresent();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    /** Counts what ran, and names what failed. */
    private static final class Outcomes implements TestExecutionListener {
        private final List<String> failed = new ArrayList<>();
        private int tests;

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            tests += identifier.isTest() ? 1 : 0;
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                String why = result.getThrowable()
                        .map(thrown -> String.valueOf(thrown.getMessage()))
                        .flatMap(message -> message.lines().findFirst())
                        .orElse("");
                failed.add(identifier.getDisplayName() + (why.isEmpty() ? "" : " (" + why + ")"));
            }
        }
    }
}
