package io.github.asltestkit.junit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.model.TypedJson;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link ResultType} says on a class or method, and on the classes around it. */
final class ResultTypes {
    private static final String ANNOTATION = "@ResultType";

    private ResultTypes() {}

    /** JSON Schemas by the names of functions and states; an inner one overrides one around it. */
    static Map<String, JsonNode> around(ExtensionContext context) {
        Deque<ExtensionContext> inward = new ArrayDeque<>();
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.get().getParent()) {
            inward.addFirst(at.get());
        }
        Map<String, JsonNode> schemas = new LinkedHashMap<>();
        for (ExtensionContext at : inward) {
            AnnotationSupport.findRepeatableAnnotations(at.getElement(), ResultType.class)
                    .forEach(type -> schemas.put(type.of(), schema(type, at)));
        }
        return schemas;
    }

    private static JsonNode schema(ResultType type, ExtensionContext annotated) {
        boolean isTyped = type.value() != Void.class;
        if (isTyped == !type.schema().isBlank()) {
            throw Settings.refuse(
                    ANNOTATION,
                    annotated,
                    "say of " + type.of() + " either a type or a schema: @ResultType(of = \"" + type.of()
                            + "\", value = Receipt.class), for instance");
        }
        return isTyped ? TypedJson.schema(type.value()) : SchemaFiles.read(type.schema(), ANNOTATION, annotated);
    }
}
