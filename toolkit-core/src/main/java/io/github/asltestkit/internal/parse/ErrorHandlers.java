package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.internal.spec.ErrorNames;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code Retry} and {@code Catch}. */
final class ErrorHandlers {
    private static final long MAX_DELAY = 31_622_400;
    private static final Set<String> RETRIER_FIELDS = Set.of(
            "ErrorEquals",
            "IntervalSeconds",
            "MaxAttempts",
            "BackoffRate",
            "MaxDelaySeconds",
            "JitterStrategy",
            "Comment");
    private static final Set<String> CATCHER_FIELDS =
            Set.of("ErrorEquals", "Next", "ResultPath", "Output", "Assign", "Comment");

    private ErrorHandlers() {}

    static List<Retrier> retry(Fields state, Problems problems) {
        List<Retrier> retriers = new ArrayList<>();
        List<JsonNode> elements = state.array("Retry", false);
        for (int i = 0; i < elements.size(); i++) {
            Fields retrier = new Fields(elements.get(i), state.pointer("Retry") + "/" + i, problems);
            retrier.onlyKnown(RETRIER_FIELDS);
            String jitter = retrier.oneOf("JitterStrategy", List.of("NONE", "FULL"));
            retriers.add(new Retrier(
                    errorEquals(retrier, problems, i == elements.size() - 1),
                    retrier.integer("IntervalSeconds", 1, Quotas.FIELD_SECONDS),
                    retrier.integer("MaxAttempts", 0, Quotas.FIELD_SECONDS),
                    retrier.number("BackoffRate", 1.0, Double.MAX_VALUE),
                    retrier.integer("MaxDelaySeconds", 1, MAX_DELAY),
                    "FULL".equals(jitter),
                    retrier.pointer()));
        }
        return retriers;
    }

    static List<Catcher> catchers(Fields state, Problems problems, QueryLanguage language) {
        List<Catcher> catchers = new ArrayList<>();
        List<JsonNode> elements = state.array("Catch", false);
        for (int i = 0; i < elements.size(); i++) {
            Fields catcher = new Fields(elements.get(i), state.pointer("Catch") + "/" + i, problems);
            catcher.onlyKnown(CATCHER_FIELDS);
            String foreign = language == QueryLanguage.JSONATA ? "ResultPath" : "Output";
            if (catcher.has(foreign)) {
                catcher.ofOtherLanguage(foreign, language);
            }
            catchers.add(new Catcher(
                    errorEquals(catcher, problems, i == elements.size() - 1),
                    catcher.requiredText("Next"),
                    catcher.path("ResultPath"),
                    catcher.any("Output"),
                    catcher.any("Assign"),
                    catcher.pointer()));
        }
        return catchers;
    }

    private static List<String> errorEquals(Fields fields, Problems problems, boolean last) {
        List<String> names = new ArrayList<>();
        List<JsonNode> elements = fields.array("ErrorEquals", true);
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).isTextual()) {
                names.add(elements.get(i).textValue());
            } else {
                problems.schema("Expected value of type [STRING]", fields.pointer("ErrorEquals") + "/" + i);
            }
        }
        if (names.contains(ErrorNames.ALL) && (names.size() > 1 || !last)) {
            problems.schema("States.ALL must appear alone and at end of list", fields.pointer("ErrorEquals"));
        }
        return names;
    }
}
