package io.github.asltestkit.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * The configuration parameters of the report, from {@code junit-platform.properties}, system properties or the build.
 *
 * @param enabled {@code asl.testkit.report.enabled}: whether anything is recorded; true where nothing is said
 * @param folder {@code asl.testkit.report.dir}: where the report goes; {@code asl-testkit} in the build's folder
 * @param console {@code asl.testkit.report.console}: whether the coverage is printed in the end; true
 * @param parameters all parameters, among them {@code asl.testkit.coverage.minimum}
 */
record ReportSettings(boolean enabled, Path folder, boolean console, ConfigurationParameters parameters) {
    static final String MINIMUM = "asl.testkit.coverage.minimum";

    private static final List<String> GRADLE =
            List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

    static ReportSettings of(ConfigurationParameters parameters) {
        return new ReportSettings(
                parameters.getBoolean("asl.testkit.report.enabled").orElse(true),
                parameters.get("asl.testkit.report.dir").map(Path::of).orElseGet(ReportSettings::buildFolder),
                parameters.getBoolean("asl.testkit.report.console").orElse(true),
                parameters);
    }

    /** The minimum for all definitions together, or for the one of a name. */
    Optional<Double> minimum(String suffix) {
        return parameters.get(MINIMUM + suffix, text -> Double.valueOf(text.strip()));
    }

    private static Path buildFolder() {
        boolean gradle = GRADLE.stream().anyMatch(file -> Files.exists(Path.of(file)));
        boolean maven = Files.exists(Path.of("pom.xml"));
        return Path.of(gradle && !maven ? "build" : "target", "asl-testkit");
    }
}
