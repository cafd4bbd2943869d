package io.github.asltestkit.conformance;

/**
 * What became of a case.
 *
 * @param id the case's
 * @param kind the case's, or what is not built yet
 * @param outcome passed, failed or skipped
 * @param difference the first difference of a case that failed, the reason of one that was skipped; empty else
 */
record Verdict(String id, String kind, Outcome outcome, String difference) {

    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    static Verdict of(ConformanceCase conformanceCase, String difference) {
        return new Verdict(
                conformanceCase.id(),
                conformanceCase.kind(),
                difference.isEmpty() ? Outcome.PASSED : Outcome.FAILED,
                difference);
    }

    static Verdict skipped(ConformanceCase conformanceCase, String kind) {
        return new Verdict(conformanceCase.id(), kind, Outcome.SKIPPED, "not built yet");
    }
}
