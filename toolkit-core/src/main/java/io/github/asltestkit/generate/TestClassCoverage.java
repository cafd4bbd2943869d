package io.github.asltestkit.generate;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.coverage.Coverage;
import org.apiguardian.api.API;

/**
 * Knows what the tests of a class take. {@code asl-testkit-junit} has one for JUnit Jupiter; a
 * {@link java.util.ServiceLoader} finds it.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface TestClassCoverage {
    /**
     * Runs the tests of a class, without those that are running now, and says what they take.
     *
     * @throws IllegalStateException if a test of the class fails, or there is none
     */
    Coverage of(Class<?> testClass);
}
