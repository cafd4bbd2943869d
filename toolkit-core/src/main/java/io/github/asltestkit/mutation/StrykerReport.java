package io.github.asltestkit.mutation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * The score in the schema of mutation testing reports, version 2, which Stryker's dashboard and its HTML elements show. It
 * depends on the score alone: no times, no folders of a machine.
 *
 * @see <a href="https://github.com/stryker-mutator/mutation-testing-elements/tree/master/packages/report-schema">Mutation
 *     testing report schema</a>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class StrykerReport {
    /** What the report's file is called. */
    public static final String FILE_NAME = "mutation.json";

    private StrykerReport() {}

    /**
     * The report.
     *
     * @param texts the text of a definition's file, by the key of the definition
     * @param tests the names of tests by their ids
     */
    public static String text(MutationScore score, Function<String, String> texts, Map<String, String> tests) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("schemaVersion", "2.0");
        report.putObject("thresholds").put("high", 80).put("low", 60);
        ObjectNode framework = report.putObject("framework");
        framework.put("name", "ASL Testkit");
        ObjectNode files = report.putObject("files");
        int number = 0;
        Map<String, String> used = new TreeMap<>();
        for (DefinitionMutation definition : score.definitions()) {
            ObjectNode file = files.putObject(fileName(definition, files));
            file.put("language", definition.outline().file().matches(".*\\.ya?ml") ? "yaml" : "json");
            file.put("source", texts.apply(definition.outline().key()));
            ArrayNode mutants = file.putArray("mutants");
            for (MutantResult result : definition.results()) {
                mutant(mutants.addObject(), String.valueOf(number++), result);
                result.coveredBy().forEach(test -> used.put(test, tests.getOrDefault(test, test)));
            }
        }
        ArrayNode all = report.putObject("testFiles").putObject("").putArray("tests");
        used.forEach((id, name) -> all.addObject().put("id", id).put("name", name));
        return report.toPrettyString() + "\n";
    }

    private static String fileName(DefinitionMutation definition, ObjectNode files) {
        String file = definition.outline().file();
        return files.has(file) ? file + "#" + definition.outline().fingerprint() : file;
    }

    private static void mutant(ObjectNode json, String id, MutantResult result) {
        Mutant mutant = result.mutant();
        json.put("id", id);
        json.put("mutatorName", mutant.operator());
        json.put("description", mutant.id());
        json.put("replacement", mutant.replacement());
        ObjectNode location = json.putObject("location");
        place(location.putObject("start"), mutant.line(), mutant.column());
        place(location.putObject("end"), mutant.endLine(), mutant.endColumn());
        json.put("status", result.status().inReports());
        if (result.reason() != null) {
            json.put("statusReason", result.reason());
        }
        texts(json, "coveredBy", result.coveredBy());
        texts(json, "killedBy", result.killedBy() == null ? List.of() : List.of(result.killedBy()));
    }

    private static void place(ObjectNode json, int line, int column) {
        json.put("line", Math.max(1, line)).put("column", Math.max(1, column));
    }

    private static void texts(ObjectNode json, String field, List<String> texts) {
        ArrayNode array = json.putArray(field);
        texts.forEach(array::add);
    }
}
