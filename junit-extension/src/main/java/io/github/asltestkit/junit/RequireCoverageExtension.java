package io.github.asltestkit.junit;

import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.coverage.MinimumCoverage;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;

/** What {@link RequireCoverage} does. What the tests take, {@link TestRecording} puts into the class's store. */
final class RequireCoverageExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isIdle(context)) {
            return;
        }
        ClassCoverage around = ClassCoverage.of(context);
        boolean inherited = around != null && !isAnnotated(context);
        if (!inherited) {
            Stores.put(context, ClassCoverage.class, new ClassCoverage(context.getRequiredTestClass(), around));
        }
    }

    /** Nothing is counted that nobody judges: in a run with a mutant, and under PIT. */
    private static boolean isIdle(ExtensionContext context) {
        return Mutated.isOn(context) || MutationTest.isRunning();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ClassCoverage coverage = ClassCoverage.of(context);
        if (coverage != null) {
            context.getTestMethod()
                    .ifPresent(method ->
                            coverage.ran(method, context.getExecutionException().isPresent()));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ClassCoverage coverage = ClassCoverage.of(context);
        if (coverage == null || isIdle(context) || !coverage.testClass().equals(context.getRequiredTestClass())) {
            return;
        }
        String whyNot = coverage.whyNotJudged();
        if (whyNot != null) {
            context.publishReportEntry("@RequireCoverage", "not judged: " + whyNot);
            return;
        }
        for (RequireCoverage minimum : minimums(context)) {
            judge(context, minimum, coverage.coverage());
        }
    }

    private static List<RequireCoverage> minimums(ExtensionContext context) {
        return AnnotationSupport.findRepeatableAnnotations(context.getRequiredTestClass(), RequireCoverage.class);
    }

    private static boolean isAnnotated(ExtensionContext context) {
        return !minimums(context).isEmpty();
    }

    private static void judge(ExtensionContext context, RequireCoverage minimum, Coverage coverage) {
        String by = "@RequireCoverage of " + name(context.getRequiredTestClass());
        MinimumCoverage least;
        try {
            least = new MinimumCoverage(minimum.value(), by);
        } catch (IllegalArgumentException noPercentage) {
            throw new ExtensionConfigurationException(noPercentage.getMessage());
        }
        String shortfall;
        if (minimum.of().isEmpty()) {
            shortfall = least.shortfall(coverage);
        } else {
            List<DefinitionCoverage> meant = coverage.definitions().stream()
                    .filter(definition -> isMeant(definition, minimum.of()))
                    .toList();
            if (meant.isEmpty()) {
                throw new ExtensionConfigurationException(by + " names " + minimum.of()
                        + ", which no test of the class executes. It executes: "
                        + coverage.definitions().stream()
                                .map(definition -> definition.outline().name())
                                .toList());
            }
            shortfall = least.shortfall(Coverage.of(meant));
        }
        if (shortfall != null) {
            throw new AssertionFailedError(shortfall);
        }
    }

    private static String name(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        return enclosing == null ? type.getSimpleName() : name(enclosing) + "." + type.getSimpleName();
    }

    private static boolean isMeant(DefinitionCoverage definition, String name) {
        return definition.outline().name().equals(name)
                || ("/" + definition.outline().file()).endsWith("/" + name);
    }
}
