package io.github.asltestkit.internal.shape;

import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.shape.Shape.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Context object.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">Accessing execution data
 *     from the Context object</a>
 */
final class ContextShapes {
    private final Shape execution;
    private final Shape state =
            object("State", Map.of("Name", Kind.TEXT, "EnteredTime", Kind.TEXT), Map.of("RetryCount", Kind.NUMBER));

    private final Shape stateMachine = object("StateMachine", Map.of("Id", Kind.TEXT, "Name", Kind.TEXT), Map.of());

    /** @param input the shape of the execution's input */
    ContextShapes(Shape input) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String name : List.of("Id", "StartTime", "Name", "RoleArn")) {
            fields.put(name, Field.always(text("Execution", name)));
        }
        fields.put("Input", Field.always(input));
        fields.put("RedriveCount", Field.perhaps(Shapes.scalar(Kind.NUMBER, at("Execution", "RedriveCount"))));
        fields.put("RedriveTime", Field.perhaps(text("Execution", "RedriveTime")));
        execution = Shapes.object(fields, false, at("Execution"));
    }

    /**
     * The object as a state sees it.
     *
     * @param item the shape of the item at hand; null outside of a Map state
     * @param inChild whether the state is in a child execution of a distributed Map, which has an input of its own
     */
    Shape of(State state, @Nullable Shape item, boolean inChild) {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("Execution", Field.always(inChild ? Shapes.unknown(at("Execution")) : execution));
        fields.put("StateMachine", Field.always(stateMachine));
        fields.put("State", Field.always(this.state));
        if (state instanceof State.Task task && mayHaveToken(task)) {
            fields.put("Task", Field.perhaps(object("Task", Map.of("Token", Kind.TEXT), Map.of())));
        }
        Shape context = Shapes.object(fields, false, at());
        return item == null ? context : withItem(context, item);
    }

    /** The object as what is evaluated for an item of a Map state sees it. */
    static Shape withItem(Shape context, Shape item) {
        Map<String, Field> ofItem = new LinkedHashMap<>();
        ofItem.put("Index", Field.always(Shapes.scalar(Kind.NUMBER, at("Map", "Item", "Index"))));
        ofItem.put("Value", Field.always(item));
        ofItem.put("Key", Field.perhaps(text("Map", "Item", "Key")));
        ofItem.put("Source", Field.perhaps(text("Map", "Item", "Source")));
        Shape map = Shapes.object(
                Map.of("Item", Field.always(Shapes.object(ofItem, false, at("Map", "Item")))), false, at("Map"));
        return context instanceof Shape.ObjectOf object ? PathShapes.with(object, "Map", Field.always(map)) : context;
    }

    private static boolean mayHaveToken(State.Task task) {
        return Shapes.isPlaceholder(task.resource())
                || TaskResource.parse(task.resource()).pattern() != IntegrationPattern.REQUEST_RESPONSE;
    }

    private static Origin at(Object... steps) {
        return new Origin.Context(List.of(steps));
    }

    private static Shape text(Object... steps) {
        return Shapes.scalar(Kind.TEXT, at(steps));
    }

    private static Shape object(String name, Map<String, Kind> always, Map<String, Kind> perhaps) {
        Map<String, Field> fields = new LinkedHashMap<>();
        always.forEach((field, kind) -> fields.put(field, Field.always(Shapes.scalar(kind, at(name, field)))));
        perhaps.forEach((field, kind) -> fields.put(field, Field.perhaps(Shapes.scalar(kind, at(name, field)))));
        return Shapes.object(fields, false, at(name));
    }
}
