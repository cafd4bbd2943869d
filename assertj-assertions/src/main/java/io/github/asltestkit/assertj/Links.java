package io.github.asltestkit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.assertj.error.Evidence;
import io.github.asltestkit.assertj.error.JsonComparison;
import io.github.asltestkit.assertj.error.JsonPlace;
import io.github.asltestkit.assertj.error.Why;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Leads from what is asserted at the start of a chain to its assertion, hard or soft. */
final class Links {
    private Links() {}

    static StateVisitLink<HistoryAssert> of(@Nullable StateVisit visit) {
        if (visit == null) {
            return new StateVisitLink<>(null, null, new HistoryLink(null, null).plain());
        }
        Evidence evidence = Evidence.of(visit.inspection());
        return new StateVisitLink<>(
                visit, evidence, new HistoryLink(visit.inspection().history(), evidence).plain());
    }

    static AttemptLink<HistoryAssert> of(@Nullable Attempt attempt) {
        return new AttemptLink<>(
                attempt, of(attempt == null ? null : attempt.visit()).plain());
    }

    static JsonValue<JsonNode> of(@Nullable JsonNode value) {
        return new JsonValue<>(
                value,
                new JsonPlace("The JSON value", Why.UNKNOWN),
                JsonComparison.STRICT,
                value == null ? NullNode.getInstance() : value);
    }

    static Collection<Diagnostic> diagnostics(Supplier<StateMachine> loading) {
        try {
            return loading.get().diagnostics();
        } catch (InvalidDefinitionException refused) {
            return refused.diagnostics();
        }
    }
}
