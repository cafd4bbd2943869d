package io.github.asltestkit.junit;

import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.report.ExecutedRun;
import io.github.asltestkit.report.RunRecorder;
import io.github.asltestkit.report.TestedBy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** What the tests of one class take, and which of them were run. */
final class ClassCoverage {
    private final Class<?> testClass;
    private final @Nullable ClassCoverage around;
    private final Set<String> ran = new HashSet<>();
    private boolean failed;
    private Coverage coverage = Coverage.NONE;

    ClassCoverage(Class<?> testClass, @Nullable ClassCoverage around) {
        this.testClass = testClass;
        this.around = around;
    }

    /** That of the class that runs a test; null where it asks for none. */
    static @Nullable ClassCoverage of(ExtensionContext context) {
        return Stores.find(context, ClassCoverage.class);
    }

    Class<?> testClass() {
        return testClass;
    }

    /** Counts what is not written down anywhere. */
    Coverage count(TestedBy test, List<Definition> definitions, List<ExecutedRun> runs) {
        try (RunRecorder counter = new RunRecorder(OutputStream.nullOutputStream(), RepositoryNames.of())) {
            return counter.add(test, definitions, runs);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    synchronized void add(Coverage taken) {
        coverage = coverage.plus(taken);
        if (around != null) {
            around.add(taken);
        }
    }

    synchronized void ran(Method method, boolean hasFailed) {
        ran.add(method.toGenericString());
        failed |= hasFailed;
        if (around != null) {
            around.ran(method, hasFailed);
        }
    }

    synchronized Coverage coverage() {
        return coverage;
    }

    /** Why a minimum cannot be judged by what was run; null where it can. */
    synchronized @Nullable String whyNotJudged() {
        if (failed) {
            return "a test of the class failed";
        }
        Set<String> all = new HashSet<>();
        tests(testClass, all);
        all.removeAll(ran);
        return all.isEmpty() ? null : all.size() + " of its tests were not run";
    }

    private static void tests(Class<?> type, Set<String> found) {
        for (Method method : ReflectionSupport.findMethods(
                type,
                method -> AnnotationSupport.isAnnotated(method, Testable.class)
                        && !AnnotationSupport.isAnnotated(method, Disabled.class),
                HierarchyTraversalMode.TOP_DOWN)) {
            found.add(method.toGenericString());
        }
        for (Class<?> nested : ReflectionSupport.findNestedClasses(
                type,
                below -> AnnotationSupport.isAnnotated(below, Nested.class)
                        && !AnnotationSupport.isAnnotated(below, Disabled.class))) {
            tests(nested, found);
        }
    }
}
