package io.github.asltestkit.junit;

import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.coverage.MinimumCoverage;
import io.github.asltestkit.mutation.DefinitionMutation;
import io.github.asltestkit.mutation.MinimumScore;
import io.github.asltestkit.mutation.MutationScore;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The least coverage that a configuration parameter asks for. */
final class Minimums {
    private Minimums() {}

    /** Writes minimums by what their parameter's name has at its end. */
    static void write(Map<String, String> minimums, Path file) throws IOException {
        Properties properties = new Properties();
        minimums.forEach((suffix, percent) -> properties.setProperty(ReportSettings.MINIMUM + suffix, percent));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    /** What falls short. */
    static List<String> shortfalls(Coverage coverage, Function<String, Optional<String>> parameters) {
        List<String> shortfalls = new ArrayList<>();
        judge(
                ReportSettings.MINIMUM,
                parameters,
                (percent, by) -> new MinimumCoverage(percent, by).shortfall(coverage),
                shortfalls);
        for (DefinitionCoverage definition : coverage.definitions()) {
            String name = ReportSettings.MINIMUM + "." + definition.outline().name();
            judge(
                    name,
                    parameters,
                    (percent, by) -> new MinimumCoverage(percent, by).shortfall(definition),
                    shortfalls);
        }
        return shortfalls;
    }

    /** Which mutation scores fall short. */
    static List<String> shortfalls(MutationScore score, Function<String, Optional<String>> parameters) {
        List<String> shortfalls = new ArrayList<>();
        judge(
                MutationSettings.MINIMUM,
                parameters,
                (percent, by) -> new MinimumScore(percent, by).shortfall(score),
                shortfalls);
        for (DefinitionMutation definition : score.definitions()) {
            String name = MutationSettings.MINIMUM + "." + definition.outline().name();
            judge(name, parameters, (percent, by) -> new MinimumScore(percent, by).shortfall(definition), shortfalls);
        }
        return shortfalls;
    }

    /** @param shortfall what is said of a minimum in percent, asked for by a parameter; null if it is met */
    private static void judge(
            String parameter,
            Function<String, Optional<String>> parameters,
            BiFunction<Double, String, @Nullable String> shortfall,
            List<String> shortfalls) {
        parameters.apply(parameter).map(String::strip).ifPresent(percent -> {
            String text = shortfall.apply(percentage(parameter, percent), parameter);
            if (text != null) {
                shortfalls.add(text);
            }
        });
    }

    private static double percentage(String parameter, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            throw new AssertionError(
                    "Configuration parameter " + parameter + " \"" + text + "\" is not a number from 0 to 100",
                    noNumber);
        }
    }
}
