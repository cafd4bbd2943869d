package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.execution.Frame.MapItem;
import io.github.asltestkit.internal.program.Stage;
import io.github.asltestkit.internal.program.StateScope;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the expressions of a visit see. */
record VisitScope(
        Visit visit,
        JsonNode input,
        @Nullable JsonNode result,
        @Nullable JsonNode errorOutput,
        @Nullable MapItem item) implements StateScope {

    static VisitScope of(Visit visit) {
        return new VisitScope(visit, visit.input, null, null, visit.frame.innermostItem());
    }

    /** What an ItemSelector sees: the Map state's effective input, or its input in JSONata, and one item. */
    VisitScope forItem(MapItem mapItem, JsonNode effectiveInput) {
        return new VisitScope(visit, effectiveInput, result, errorOutput, mapItem);
    }

    @Override
    public JsonNode context() {
        JsonNode given = visit.frame.run.watch.context();
        return given == null ? ContextObject.of(visit, item) : given;
    }

    @Override
    public @Nullable JsonNode variable(String name) {
        return visit.frame.variables.get(name);
    }

    @Override
    public Map<String, JsonNode> variables() {
        return visit.frame.variables.all();
    }

    @Override
    public Instant now() {
        return visit.frame.run.host.now();
    }

    @Override
    public RandomGenerator random() {
        return visit.random();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // Trees are shared: most states hand on the very input that they got.
    public StateScope withInput(JsonNode newInput) {
        return newInput == input ? this : new VisitScope(visit, newInput, result, errorOutput, item);
    }

    @Override
    public StateScope withResult(JsonNode newResult) {
        return new VisitScope(visit, input, newResult, errorOutput, item);
    }

    @Override
    public StateScope withErrorOutput(JsonNode newErrorOutput) {
        return new VisitScope(visit, input, result, newErrorOutput, item);
    }

    @Override
    public void saw(Stage stage, JsonNode value) {
        visit.frame.run.watch.saw(stage, value);
        visit.frame.run.dataFlow.add(visit, stage, value);
    }
}
