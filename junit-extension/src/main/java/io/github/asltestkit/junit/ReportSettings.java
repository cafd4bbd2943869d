package io.github.asltestkit.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration parameters of the report, from {@code junit-platform.properties}, system properties or the build.
 *
 * @param enabled {@code asl.testkit.report.enabled}: whether anything is recorded; true by default, and never under PIT
 * @param folder {@code asl.testkit.report.dir}: where the report goes; {@code asl-testkit} in the build's folder
 * @param console {@code asl.testkit.report.console}: what of the coverage is printed in the end
 * @param parameters all parameters by name, among them {@code asl.testkit.coverage.minimum}
 */
record ReportSettings(boolean enabled, Path folder, Console console, Function<String, Optional<String>> parameters) {
    /** What of the coverage is printed when the session ends. */
    enum Console {
        /** {@code false}: nothing. */
        NOTHING,
        /** {@code true}, and by default: a line for each definition that this session executed. */
        SUMMARY,
        /** {@code all}: every definition of the report, and what was never taken. */
        ALL;

        static Console of(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "false" -> NOTHING;
                case "all" -> ALL;
                default -> SUMMARY;
            };
        }
    }

    static final String FOLDER = "asl.testkit.report.dir";

    static final String MINIMUM = "asl.testkit.coverage.minimum";

    private static final List<String> GRADLE =
            List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

    static ReportSettings of(Function<String, Optional<String>> parameters) {
        return new ReportSettings(
                flag(parameters, "asl.testkit.report.enabled") && !MutationTest.isRunning(),
                parameters.apply(FOLDER).map(Path::of).orElseGet(ReportSettings::buildFolder),
                parameters.apply("asl.testkit.report.console").map(Console::of).orElse(Console.SUMMARY),
                parameters);
    }

    private static boolean flag(Function<String, Optional<String>> parameters, String name) {
        return parameters.apply(name).map(Boolean::parseBoolean).orElse(true);
    }

    /** The minimum for all definitions together, or for the one of a name: what the parameter says. */
    Optional<String> minimum(String suffix) {
        return parameters.apply(MINIMUM + suffix).map(String::strip);
    }

    /**
     * Fails if somebody asks for a minimum that nobody can judge, because the report cannot be written; else says so.
     *
     * @throws AssertionError if a minimum is asked for
     */
    void refuseIfJudged(Throwable cannot) {
        String message = "The report of ASL Testkit cannot be written to " + folder + ": " + cannot;
        if (minimum("").isPresent()) {
            throw new AssertionError(message + "\nSo it is not known whether the minimum coverage is reached.", cannot);
        }
        System.err.println(message);
    }

    /** The folder of the files of runs, one for each class loader and JVM. */
    Path runs() {
        return folder.resolve("runs");
    }

    /** The page on which the report begins. */
    String page() {
        return folder.resolve("index.html").toAbsolutePath().toUri().toString();
    }

    private static Path buildFolder() {
        boolean gradle = GRADLE.stream().anyMatch(file -> Files.exists(Path.of(file)));
        boolean maven = Files.exists(Path.of("pom.xml"));
        return Path.of(gradle && !maven ? "build" : "target", "asl-testkit");
    }
}
