package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.assertj.error.ShouldHaveDiagnostic;
import io.github.asltestkit.assertj.error.ShouldHaveDiagnostics;
import io.github.asltestkit.assertj.error.ShouldHaveNoDiagnostics;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the problems of a definition, by AWS's codes, such as {@code MISSING_TRANSITION_TARGET}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html">
 *     ValidateStateMachineDefinitionDiagnostic</a>
 */
@API(status = MAINTAINED, since = "0.1")
public class DiagnosticsAssert extends AslAssert<DiagnosticsAssert, Collection<Diagnostic>> {

    /** Asserts on problems. */
    public DiagnosticsAssert(@Nullable Collection<Diagnostic> actual) {
        super(actual, DiagnosticsAssert.class);
    }

    private List<Diagnostic> found() {
        return List.copyOf(actual);
    }

    /** There are no problems, not even warnings. */
    public DiagnosticsAssert isEmpty() {
        return check(() -> actual.isEmpty(), () -> ShouldHaveNoDiagnostics.of(found(), "no problems", found()));
    }

    /** No problem keeps the definition from running; there may be warnings. */
    public DiagnosticsAssert hasNoErrors() {
        return check(
                () -> actual.stream().noneMatch(Diagnostic::isError),
                () -> ShouldHaveNoDiagnostics.of(
                        found(),
                        "no errors",
                        actual.stream().filter(Diagnostic::isError).toList()));
    }

    /** There is a problem of that code. */
    public DiagnosticsAssert contains(String code) {
        return check(
                () -> actual.stream().anyMatch(it -> it.code().equals(code)),
                () -> ShouldHaveDiagnostic.of(found(), code, null));
    }

    /**
     * There is a problem of that code at a place.
     *
     * @param pointer the JSON pointer of the place in the definition, such as {@code /States/Charge/Next}
     */
    public DiagnosticsAssert contains(String code, String pointer) {
        return check(
                () -> actual.stream()
                        .anyMatch(it -> it.code().equals(code)
                                && it.location().pointer().equals(pointer)),
                () -> ShouldHaveDiagnostic.of(found(), code, pointer));
    }

    /** There is no problem of that code. */
    public DiagnosticsAssert doesNotContain(String code) {
        return check(
                () -> actual.stream().noneMatch(it -> it.code().equals(code)),
                () -> ShouldHaveNoDiagnostics.of(
                        found(),
                        "no " + code,
                        actual.stream().filter(it -> it.code().equals(code)).toList()));
    }

    /** The problems are of exactly these codes, in the order of their places. */
    public DiagnosticsAssert containsExactly(String... codes) {
        List<String> expected = Arrays.asList(codes);
        return check(
                () -> actual.stream().map(Diagnostic::code).toList().equals(expected),
                () -> ShouldHaveDiagnostics.of(found(), expected));
    }

    /** Goes on with the problems, as AssertJ does with lists. */
    public ListAssert<Diagnostic> elements() {
        return leadToValue(ListAssert.class, List.class, "problems of the definition", this::found, ListAssert::new);
    }
}
