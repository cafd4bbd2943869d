package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.ValidationResult;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.replay.GoldenFile;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
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
 * <p>A test fails if {@link StateMachine#validate(String, DefinitionOptions)} finds errors. Warnings are printed; they fail a
 * test with {@link #failingOnWarnings()}, and with {@link #withApprovedWarnings(String)} unless somebody has approved them. If
 * there is no state machine at all, one test fails and says so.
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
    private final @Nullable WarningBaseline approved;

    /** JSON Schemas of inputs by the names of files. */
    private final Map<String, JsonNode> inputs;

    private DefinitionLint(
            List<String> paths,
            DefinitionOptions options,
            boolean warningsFail,
            @Nullable WarningBaseline approved,
            Map<String, JsonNode> inputs) {
        this.paths = paths;
        this.options = options;
        this.warningsFail = warningsFail;
        this.approved = approved;
        this.inputs = Map.copyOf(inputs);
    }

    private DefinitionLint with(DefinitionOptions changed) {
        return new DefinitionLint(paths, changed, warningsFail, approved, inputs);
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
        return new DefinitionLint(
                List.of(paths), DefinitionOptions.defaults().withIgnoredWarnings(ignored), false, null, Map.of());
    }

    static List<String> codes(String configured) {
        return Stream.of(configured.split(",", -1))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /** Without the warnings of these codes, besides those left out before. */
    public DefinitionLint ignoring(String... codes) {
        return with(options.withIgnoredWarnings(codes));
    }

    /** Warnings fail a test, as errors do. */
    public DefinitionLint failingOnWarnings() {
        return new DefinitionLint(paths, options, true, null, inputs);
    }

    /**
     * Warnings fail a test unless they are in a file of approved ones, so that a project with many definitions can begin
     * today and hear of what is new. The system property {@value GoldenFile#UPDATE} writes the file; a definition whose
     * warnings are gone says so, and fails nothing.
     *
     * @param file the file, relative to the working directory; it and its folder need not exist
     */
    public DefinitionLint withApprovedWarnings(String file) {
        return new DefinitionLint(paths, options, true, new WarningBaseline(Path.of(file)), inputs);
    }

    /**
     * A value for the placeholder <code>${name}</code>, wherever it occurs, besides those given before.
     *
     * @param value text, a number, a boolean, a Map, a List or a {@code JsonNode}
     */
    public DefinitionLint withSubstitution(String name, Object value) {
        return with(options.withSubstitution(name, value));
    }

    /**
     * With warnings that are off unless somebody asks for them, such as {@code FIELD_MAY_BE_ABSENT}.
     *
     * @param codes their codes
     */
    public DefinitionLint including(String... codes) {
        return with(options.withOptionalWarnings(codes));
    }

    /**
     * With what is known of the input of an execution, so that more paths are known to find nothing.
     *
     * @param definition the definition's file, or the end of its path, such as {@code order.asl.json}
     * @param schema a JSON Schema: a class-path resource or a file. An object has no other fields than its
     *     {@code properties} if its {@code additionalProperties} is {@code false}
     * @throws IllegalArgumentException if there is no such schema, or if it is not JSON
     */
    public DefinitionLint withInputSchema(String definition, String schema) {
        return withInput(definition, SchemaFiles.read(schema));
    }

    /**
     * With the type of the input of an execution.
     *
     * @param definition the definition's file, or the end of its path, such as {@code order.asl.json}
     * @param type a record or a bean, as the JSON mapping of the project writes it
     */
    public DefinitionLint withInput(String definition, Type type) {
        return withInput(
                definition, DefinitionOptions.defaults().withInput(type).inputSchema());
    }

    private DefinitionLint withInput(String definition, @Nullable JsonNode schema) {
        Map<String, JsonNode> all = new HashMap<>(inputs);
        if (schema != null) {
            all.put(definition, schema);
        }
        return new DefinitionLint(paths, options, warningsFail, approved, all);
    }

    /**
     * With the type of a result.
     *
     * @param name the name of a Lambda function, whose payload it is; or of a state, whose task's result it is
     * @param type a record or a bean, as the JSON mapping of the project writes it
     */
    public DefinitionLint withResult(String name, Type type) {
        return with(options.withResult(name, type));
    }

    /**
     * With the JSON Schema of a result.
     *
     * @param name the name of a Lambda function, whose payload it is; or of a state, whose task's result it is
     * @param schema a JSON Schema: a class-path resource or a file
     * @throws IllegalArgumentException if there is no such schema, or if it is not JSON
     */
    public DefinitionLint withResultSchema(String name, String schema) {
        return with(options.withResultSchema(name, SchemaFiles.read(schema)));
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
        ValidationResult result =
                StateMachine.validate(machine.resource(), withInputOf(machine).withLogicalId(machine.logicalId()));
        List<Diagnostic> warnings =
                result.diagnostics().stream().filter(it -> !it.isError()).toList();
        int errors = result.diagnostics().size() - warnings.size();
        List<Diagnostic> failing = warningsFail ? unapproved(machine.name(), warnings) : List.of();
        if (errors == 0 && failing.isEmpty()) {
            tell(machine.name(), warnings, result);
            return;
        }
        String news = approved != null && errors == 0 && failing.size() < warnings.size()
                ? ", of which " + failing.size() + (failing.size() == 1 ? " is" : " are") + " not approved:\n  "
                        + Text.listed(failing.stream().map(DefinitionLint::line).toList(), "\n  ")
                : "";
        fail(machine.name() + ": " + count(errors, "error") + ", " + count(warnings.size(), "warning") + news + "\n\n"
                + result.text() + (failing.isEmpty() ? "" : wayOut()));
    }

    private DefinitionOptions withInputOf(DefinitionFiles.Found machine) {
        String path = "/" + machine.file().toString().replace('\\', '/');
        for (Map.Entry<String, JsonNode> input : inputs.entrySet()) {
            if (path.endsWith("/" + input.getKey())) {
                return options.withInputSchema(input.getValue());
            }
        }
        return options;
    }

    private List<Diagnostic> unapproved(String definition, List<Diagnostic> warnings) {
        if (approved == null) {
            return warnings;
        }
        if (Boolean.getBoolean(GoldenFile.UPDATE)) {
            approved.approve(definition, warnings);
        }
        return approved.unapproved(definition, warnings);
    }

    /** What fails nothing is printed: a test of a factory has no report of its own. */
    @SuppressWarnings("SystemOut")
    private void tell(String definition, List<Diagnostic> warnings, ValidationResult result) {
        if (approved == null && !warnings.isEmpty()) {
            System.out.println(definition + ": " + count(warnings.size(), "warning") + "\n\n" + result.text());
        }
        List<String> outdated = approved == null ? List.of() : approved.outdated(definition, warnings);
        if (approved != null && !outdated.isEmpty()) {
            System.out.println(definition + ": " + count(outdated.size(), "approved warning") + " of " + approved.file()
                    + " no longer occur. Write the file again with -D" + GoldenFile.UPDATE + "=true.");
        }
    }

    private static String line(Diagnostic warning) {
        return warning.location().place() + ": " + warning.code();
    }

    private String wayOut() {
        String approve = approved == null
                ? ""
                : "If you cannot fix a warning now, approve it: -D" + GoldenFile.UPDATE + "=true writes\n"
                        + approved.file() + ".\n";
        return "\nSwitch a warning off with \"asl-testkit: ignore CODE\" in the Comment of its state,"
                + "\nwith ignoring(\"CODE\") or with @IgnoreWarnings(\"CODE\").\n" + approve;
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static void fail(String message) {
        AssertionFailureBuilder.assertionFailure().message(message).buildAndThrow();
    }
}
