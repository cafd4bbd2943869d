package io.github.asltestkit.mutation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** What became of a mutant. The names of the statuses in the schema of mutation testing reports are in {@link #inReports()}. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum MutantStatus {
    /** A test failed: by an assertion, an error of AWS, a call that was not mocked, a mock that was not used. */
    KILLED("Killed", true, true),
    /** A test ran into the step limit, or did not end in time. */
    TIMEOUT("Timeout", true, true),
    /** Each test that reached the mistake passed. */
    SURVIVED("Survived", true, false),
    /** No test reached the mistake. */
    NO_COVERAGE("NoCoverage", true, false),
    /** The toolkit itself failed, which is for its makers to mend; such a mutant is not counted. */
    TOOLKIT_ERROR("RuntimeError", false, false),
    /** A test class does not want it; such a mutant is not counted. */
    IGNORED("Ignored", false, false),
    /** No test has been run with it yet: another shard does so, or the tests were run without mutants since. Not counted. */
    PENDING("Pending", false, false);

    private final String inReports;
    private final boolean counted;
    private final boolean detected;

    MutantStatus(String inReports, boolean counted, boolean detected) {
        this.inReports = inReports;
        this.counted = counted;
        this.detected = detected;
    }

    /**
     * The name in reports of mutation testing.
     *
     * @see <a href="https://github.com/stryker-mutator/mutation-testing-elements/tree/master/packages/report-schema">Mutation
     *     testing report schema</a>
     */
    public String inReports() {
        return inReports;
    }

    /** Whether mutants of this status count in a score. */
    public boolean isCounted() {
        return counted;
    }

    /** Whether a test noticed the mistake. */
    public boolean isDetected() {
        return detected;
    }
}
