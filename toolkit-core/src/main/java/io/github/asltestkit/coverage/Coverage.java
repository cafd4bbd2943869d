package io.github.asltestkit.coverage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** What was taken of any number of definitions. Never changes; the order in which parts were merged leaves no trace. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Coverage {
    /** Nothing. */
    public static final Coverage NONE = new Coverage(List.of());

    private final List<DefinitionCoverage> definitions;

    private Coverage(List<DefinitionCoverage> definitions) {
        this.definitions = definitions;
    }

    /** Parts joined: of one definition, the sum. */
    public static Coverage of(Collection<DefinitionCoverage> parts) {
        Map<String, DefinitionCoverage> byKey = new LinkedHashMap<>();
        for (DefinitionCoverage part : parts) {
            byKey.merge(part.outline().key(), part, DefinitionCoverage::plus);
        }
        List<DefinitionCoverage> definitions = new ArrayList<>(byKey.values());
        definitions.sort(Comparator.comparing(
                        (DefinitionCoverage definition) -> definition.outline().file())
                .thenComparing(definition -> definition.outline().key()));
        return new Coverage(List.copyOf(definitions));
    }

    /** The definitions, by file. */
    public List<DefinitionCoverage> definitions() {
        return definitions;
    }

    /** Both together. */
    public Coverage plus(Coverage other) {
        List<DefinitionCoverage> all = new ArrayList<>(definitions);
        all.addAll(other.definitions);
        return of(all);
    }

    /** All items of all definitions. */
    public Ratio ratio() {
        return definitions.stream().map(DefinitionCoverage::ratio).reduce(Ratio.NONE, Ratio::plus);
    }

    @Override
    public String toString() {
        return definitions + " " + ratio();
    }
}
