package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.ValidationResult;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.AssertionFailureBuilder;
import org.junit.jupiter.api.DynamicTest;

/**
 * A lint for the definitions of a project: one test for each state machine in some directories.
 *
 * <pre>{@code
 * class DefinitionLintTest {
 *     @TestFactory
 *     Stream<DynamicTest> definitions() { return DefinitionLint.in("src/main/statemachines").tests(); }
 * }
 * }</pre>
 *
 * <p>A test fails with all that {@link StateMachine#validate(String, DefinitionOptions)} says, warnings as well unless
 * {@link #allowingWarnings()} says otherwise. Where there is no state machine at all, one test fails and says so.
 *
 * <p>Immutable: each method that changes something gives a new object.
 */
@API(status = MAINTAINED, since = "0.1")
public final class DefinitionLint {
    /** Codes of warnings that no test of the project is to tell of, with commas between. */
    static final String IGNORED = "asl.testkit.ignoreWarnings";

    private final List<String> paths;
    private final DefinitionOptions options;
    private final boolean warningsFail;

    private DefinitionLint(List<String> paths, DefinitionOptions options, boolean warningsFail) {
        this.paths = paths;
        this.options = options;
        this.warningsFail = warningsFail;
    }

    /**
     * The definitions in directories, at any depth, or in single files. Warnings that {@link IgnoreWarnings} on the calling
     * class, on a class around it or the system property {@code asl.testkit.ignoreWarnings} names are left out.
     *
     * @param paths directories or files, relative to the working directory, which is the module's folder in Maven and Gradle
     */
    public static DefinitionLint in(String... paths) {
        Class<?> caller = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass();
        Set<String> ignored = new LinkedHashSet<>();
        for (Class<?> type = caller; type != null; type = type.getEnclosingClass()) {
            IgnoreWarnings annotation = type.getAnnotation(IgnoreWarnings.class);
            ignored.addAll(annotation == null ? List.of() : List.of(annotation.value()));
        }
        ignored.addAll(codes(System.getProperty(IGNORED, "")));
        return new DefinitionLint(List.of(paths), DefinitionOptions.defaults().withIgnoredWarnings(ignored), true);
    }

    static List<String> codes(String configured) {
        return Stream.of(configured.split(",", -1))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /** Without the warnings of these codes, besides those left out before. */
    public DefinitionLint ignoring(String... codes) {
        return new DefinitionLint(paths, options.withIgnoredWarnings(codes), warningsFail);
    }

    /** Errors alone fail a test. */
    public DefinitionLint allowingWarnings() {
        return new DefinitionLint(paths, options, false);
    }

    /**
     * A value for the placeholder <code>${name}</code>, wherever it occurs, besides those given before.
     *
     * @param value text, a number, a boolean, a Map, a List or a {@code JsonNode}
     */
    public DefinitionLint withSubstitution(String name, Object value) {
        return new DefinitionLint(paths, options.withSubstitution(name, value), warningsFail);
    }

    /** One test for each state machine, in the order of their files' names. */
    public Stream<DynamicTest> tests() {
        List<DefinitionFiles.Found> found = new DefinitionFiles(options).in(paths);
        if (found.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest(
                    "definitions",
                    () -> fail("There is no state machine in "
                            + String.join(", ", paths)
                            + ".\n\nWrite a directory relative to the working directory, "
                            + System.getProperty("user.dir"))));
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (DefinitionFiles.Found machine : found) {
            tests.add(DynamicTest.dynamicTest(machine.name(), machine.file().toUri(), () -> check(machine)));
        }
        return tests.stream();
    }

    private void check(DefinitionFiles.Found machine) {
        ValidationResult result = StateMachine.validate(machine.resource(), options.withLogicalId(machine.logicalId()));
        if (result.isValid() && (!warningsFail || result.diagnostics().isEmpty())) {
            return;
        }
        long errors = result.diagnostics().stream().filter(Diagnostic::isError).count();
        long warnings = result.diagnostics().size() - errors;
        String off = warnings > 0 && warningsFail
                ? "\nA warning that is no fault is switched off by \"asl-testkit: ignore CODE\" in the Comment of its state,"
                        + "\nby ignoring(\"CODE\") or by @IgnoreWarnings(\"CODE\").\n"
                : "";
        fail(machine.name() + ": " + count(errors, "error") + ", " + count(warnings, "warning") + "\n\n" + result.text()
                + off);
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static void fail(String message) {
        AssertionFailureBuilder.assertionFailure().message(message).buildAndThrow();
    }
}
