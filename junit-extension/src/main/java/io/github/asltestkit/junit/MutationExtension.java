package io.github.asltestkit.junit;

import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.mutation.DefinitionMutation;
import io.github.asltestkit.mutation.MinimumScore;
import io.github.asltestkit.mutation.Mutant;
import io.github.asltestkit.mutation.MutantResult;
import io.github.asltestkit.mutation.Mutants;
import io.github.asltestkit.mutation.MutationScore;
import io.github.asltestkit.mutation.TestVerdict;
import io.github.asltestkit.replay.GoldenFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;

/** What {@link RequireMutationScore} and {@link IgnoreMutants} do. */
final class MutationExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final String LAUNCHER = "org.junit.platform.launcher.core.LauncherFactory";

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isIdle(context)) {
            return;
        }
        ClassMutation around = ClassMutation.of(context);
        boolean inherited = around != null
                && minimums(context).isEmpty()
                && ignored(context).isEmpty();
        if (!inherited) {
            Class<?> testClass = context.getRequiredTestClass();
            Stores.put(context, ClassMutation.class, new ClassMutation(testClass, around));
            ClassCoverage coverage = ClassCoverage.of(context);
            if (coverage == null || !coverage.testClass().equals(testClass)) {
                Stores.put(context, ClassCoverage.class, new ClassCoverage(testClass, coverage));
            }
        }
    }

    /** Nothing is done in a run that is itself one with a mutant, and nothing under PIT. */
    private static boolean isIdle(ExtensionContext context) {
        return Mutated.isOn(context) || MutationTest.isRunning();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ClassCoverage ran = ClassCoverage.of(context);
        if (ran != null && !isIdle(context)) {
            context.getTestMethod()
                    .ifPresent(method ->
                            ran.ran(method, context.getExecutionException().isPresent()));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ClassMutation mutation = ClassMutation.of(context);
        if (isIdle(context) || mutation == null || !mutation.testClass().equals(context.getRequiredTestClass())) {
            return;
        }
        boolean required = !minimums(context).isEmpty();
        boolean enabled =
                MutationSettings.of(context::getConfigurationParameter).enabled();
        if (!required && !enabled) {
            return;
        }
        ClassCoverage ran = ClassCoverage.of(context);
        String whyNot = ran == null ? null : ran.whyNotJudged();
        if (whyNot == null && Boolean.getBoolean(GoldenFile.UPDATE)) {
            whyNot = GoldenFile.UPDATE + " is true, and a mutant would be approved";
        }
        if (whyNot != null) {
            context.publishReportEntry("@RequireMutationScore", "not judged: " + whyNot);
            return;
        }
        Map<String, Set<String>> ignored = ignore(context, mutation);
        if (required) {
            MutationScore score = score(context, mutation, ignored);
            for (RequireMutationScore minimum : minimums(context)) {
                judge(context, minimum, score);
            }
        }
    }

    // ---- which mutants -----------------------------------------------------------------------------------------

    private static List<RequireMutationScore> minimums(ExtensionContext context) {
        return AnnotationSupport.findRepeatableAnnotations(context.getRequiredTestClass(), RequireMutationScore.class);
    }

    private static List<String> ignored(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), IgnoreMutants.class)
                .map(ignored -> List.of(ignored.value()))
                .orElse(List.of());
    }

    /** The ids of the mutants that the class ignores, by the keys of the definitions. */
    private static Map<String, Set<String>> ignore(ExtensionContext context, ClassMutation mutation) {
        Map<String, Set<String>> ignored = new TreeMap<>();
        Set<String> known = new TreeSet<>();
        Set<String> unknown = new TreeSet<>(ignored(context));
        mutation.machines().forEach((key, machine) -> {
            Mutants mutants = mutation.mutants(key, machine);
            mutants.all().forEach(mutant -> known.add(mutant.id()));
            known.addAll(mutants.equal().keySet());
            for (String name : ignored(context)) {
                for (Mutant mutant : mutants.all()) {
                    if (MutantNames.matches(name, mutant.id())) {
                        ignored.computeIfAbsent(key, added -> new TreeSet<>()).add(mutant.id());
                        unknown.remove(name);
                    }
                }
                // Left out already, by a rule: no reason to fail.
                unknown.removeIf(mutants.equal()::containsKey);
            }
        });
        if (!unknown.isEmpty()) {
            String name = unknown.iterator().next();
            String hint = DidYouMean.hint(name, known);
            throw Settings.refuse(
                    "@IgnoreMutants",
                    context,
                    "there is no mutant \"" + name + "\"" + (hint == null ? "" : " (" + hint + ")")
                            + ". The console and the report name the mutants that nobody notices.");
        }
        SessionRecording session = SessionRecording.of(context);
        if (session != null) {
            String group = context.getRequiredTestClass().getName();
            ignored.forEach((key, ids) ->
                    ids.forEach(id -> session.addIgnored(key, id, group, Places.name(context.getRequiredTestClass()))));
        }
        return ignored;
    }

    // ---- what becomes of them ----------------------------------------------------------------------------------

    private static MutationScore score(
            ExtensionContext context, ClassMutation mutation, Map<String, Set<String>> ignored) {
        List<String> passed = mutation.tests().stream().map(TestIds::unique).toList();
        try (MutationRun run = new MutationRun(launcher(context), passed)) {
            return score(context, mutation, ignored, run);
        }
    }

    private static MutationScore score(
            ExtensionContext context, ClassMutation mutation, Map<String, Set<String>> ignored, MutationRun run) {
        SessionRecording session = SessionRecording.of(context);
        List<DefinitionMutation> definitions = new ArrayList<>();
        mutation.machines().forEach((key, machine) -> {
            DefinitionOutline outline = mutation.outline(key);
            if (outline != null) {
                Mutants mutants = mutation.mutants(key, machine);
                if (session != null) {
                    session.addMutants(machine, () -> mutants);
                }
                List<MutantResult> results = new ArrayList<>();
                for (Mutant mutant : mutants.all()) {
                    boolean isIgnored = ignored.getOrDefault(key, Set.of()).contains(mutant.id());
                    results.add(
                            isIgnored
                                    ? MutantResult.ignored(mutant, mutation.coveredBy(key, mutant), name(context))
                                    : result(mutation, run, session, key, mutant));
                }
                definitions.add(new DefinitionMutation(outline, results, mutants.stillborn(), mutants.equal()));
            }
        });
        if (!run.unfit().isEmpty()) {
            context.publishReportEntry(
                    "@RequireMutationScore", "left out, as they fail when they are run again: " + run.unfit());
        }
        return new MutationScore(definitions);
    }

    private static MutantResult result(
            ClassMutation mutation, MutationRun run, @Nullable SessionRecording session, String key, Mutant mutant) {
        Map<String, String> recorded = new LinkedHashMap<>();
        mutation.coveredBy(key, mutant).forEach(test -> recorded.put(TestIds.unique(test), test));
        Map<String, TestVerdict> verdicts = new TreeMap<>();
        if (!recorded.isEmpty()) {
            run.verdicts(new MutantAddress(key, mutant.id()).toString(), List.copyOf(recorded.keySet()))
                    .forEach((test, verdict) -> verdicts.put(recorded.getOrDefault(test, test), verdict));
        }
        if (session != null && !verdicts.isEmpty()) {
            session.addVerdicts(key, mutant.id(), verdicts);
        }
        return MutantResult.of(mutant, List.copyOf(recorded.values()), verdicts);
    }

    private static MutantLauncher launcher(ExtensionContext context) {
        try {
            Class.forName(LAUNCHER, false, MutationExtension.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError absent) {
            throw new ExtensionConfigurationException(
                    "@RequireMutationScore runs tests again by the launcher of the JUnit platform, which is not on the class"
                            + " path of the tests.\nAdd org.junit.platform:junit-platform-launcher to it, in the version of your"
                            + " JUnit.",
                    absent);
        }
        Map<String, String> parameters = new TreeMap<>();
        for (String name : MutationSettings.HANDED_ON) {
            context.getConfigurationParameter(name).ifPresent(value -> parameters.put(name, value));
        }
        return new MutantLauncher(parameters);
    }

    // ---- what is said of it --------------------------------------------------------------------------------------

    private static void judge(ExtensionContext context, RequireMutationScore minimum, MutationScore score) {
        String by = "@RequireMutationScore of " + name(context);
        MinimumScore least;
        try {
            least = new MinimumScore(minimum.value(), by);
        } catch (IllegalArgumentException noPercentage) {
            throw new ExtensionConfigurationException(noPercentage.getMessage());
        }
        List<DefinitionMutation> meant = score.definitions().stream()
                .filter(definition -> minimum.of().isEmpty() || isMeant(definition.outline(), minimum.of()))
                .toList();
        if (meant.isEmpty()) {
            throw new ExtensionConfigurationException(by
                    + (minimum.of().isEmpty()
                            ? " finds no definition that a test of the class executes."
                            : " names " + minimum.of() + ", which no test of the class executes. It executes: "
                                    + score.definitions().stream()
                                            .map(definition ->
                                                    definition.outline().name())
                                            .toList()));
        }
        String shortfall = least.shortfall(new MutationScore(meant));
        if (shortfall != null) {
            throw new AssertionFailedError(shortfall);
        }
        context.publishReportEntry("@RequireMutationScore", new MutationScore(meant).score() + " noticed");
    }

    private static String name(ExtensionContext context) {
        return Places.name(context.getRequiredTestClass());
    }

    private static boolean isMeant(DefinitionOutline outline, String name) {
        return outline.name().equals(name) || ("/" + outline.file()).endsWith("/" + name);
    }
}
