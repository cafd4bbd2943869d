package io.github.asltestkit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.TestGenerator;
import io.github.asltestkit.coverage.Ratio;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.definition.LoadedDefinition;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.generate.GeneratedTests;
import io.github.asltestkit.generate.Unreached;
import io.github.asltestkit.internal.parse.DefinitionLoader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Generates tests for every real definition of {@code -Dcorpus.dir}, without help, and says what they reach. */
public class GeneratorCorpus {
    private Ratio jsonPath = new Ratio(0, 0);
    private Ratio jsonata = new Ratio(0, 0);
    private final List<String> unexplained = new ArrayList<>();
    private final List<String> differing = new ArrayList<>();
    private final List<Long> millis = new ArrayList<>();

    @Test
    void most_of_what_there_is_to_take_is_taken_and_the_rest_has_its_reason() {
        machines((file, machine) -> {
            long before = cpuMillis();
            GeneratedTests found = TestGenerator.of(machine).find();
            String source = found.names().isEmpty() ? "" : found.source("PathsTest");
            millis.add(cpuMillis() - before);
            boolean isJsonata = machine.definition()
                    .states()
                    .allStates()
                    .anyMatch(state -> state.fields().queryLanguage() == QueryLanguage.JSONATA);
            Ratio ratio = found.coverage().ratio();
            jsonata = isJsonata ? plus(jsonata, ratio) : jsonata;
            jsonPath = isJsonata ? jsonPath : plus(jsonPath, ratio);
            System.out.println(file + "\n" + found.summary());
            List<String> missed = found.coverage().missed().stream()
                    .map(item -> item.missed())
                    .toList();
            List<String> explained = found.unreached().stream()
                    .filter(item -> !item.reason().isBlank())
                    .map(Unreached::item)
                    .map(item -> item.missed())
                    .toList();
            if (!missed.equals(explained)) {
                unexplained.add(file + "\n  " + missed + "\n  " + explained);
            }
            GeneratedTests again = TestGenerator.of(machine).find();
            if (!found.names().isEmpty() && !again.source("PathsTest").equals(source)) {
                differing.add(file);
            }
        });
        Collections.sort(millis);
        System.out.println("JSONPath: " + jsonPath + ", JSONata: " + jsonata + "; CPU time at the median "
                + millis.get(millis.size() / 2) + " ms, at most " + millis.get(millis.size() - 1) + " ms");
        assertThat(unexplained).isEmpty();
        assertThat(differing).isEmpty();
        assertThat(100.0 * jsonPath.covered() / jsonPath.total()).isGreaterThanOrEqualTo(90);
        assertThat(100.0 * jsonata.covered() / jsonata.total()).isGreaterThanOrEqualTo(70);
    }

    private static Ratio plus(Ratio one, Ratio other) {
        return new Ratio(one.covered() + other.covered(), one.total() + other.total());
    }

    private static long cpuMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    /** Every real definition that can be loaded, with values for its placeholders. */
    public static void machines(BiConsumer<String, StateMachine> each) {
        Path folder = Shared.corpus().resolve("definitions");
        for (JsonNode row : Shared.json(folder.resolve("index.json"))) {
            String file = row.path("file").asText();
            if (row.path("kind").asText().equals("real")) {
                try {
                    each.accept(file, machine(file, Shared.text(folder.resolve(file))));
                } catch (InvalidDefinitionException refused) {
                    // CorpusTest says which, and why
                }
            }
        }
    }

    private static StateMachine machine(String file, String text) {
        DefinitionOptions options = DefinitionOptions.defaults().withSubstitutions(Placeholding.values(text));
        LoadedDefinition loaded = DefinitionLoader.load(file, text, options);
        Map<String, JsonNode> wanted = Placeholding.wanted(loaded.diagnostics());
        DefinitionOptions all = wanted.isEmpty() ? options : options.withSubstitutions(wanted);
        return StateMachine.parse(file.replaceAll(".*/", ""), text, all);
    }
}
