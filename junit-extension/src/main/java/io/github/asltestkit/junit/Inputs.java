package io.github.asltestkit.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.json.NotJson;
import io.github.asltestkit.internal.model.JsonBorder;
import io.github.asltestkit.internal.model.TypedJson;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link Input} says. */
final class Inputs {
    private Inputs() {}

    /** The input that the nearest method or class around a test names, as text; empty where none does. */
    static Optional<String> around(ExtensionContext context) {
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.get().getParent()) {
            Optional<Input> input = AnnotationSupport.findAnnotation(at.get().getElement(), Input.class);
            if (input.isPresent()) {
                AnnotatedElement element = at.get().getElement().orElseThrow();
                return Optional.of(
                        text(input.get(), Places.name(element), at.get().getRequiredTestClass()));
            }
        }
        return Optional.empty();
    }

    /** What a parameter or field gets. */
    static @Nullable Object value(Input input, InjectionPoint wanted, ExtensionContext context) {
        String where = wanted.kind() + " " + wanted.which();
        String text = text(input, where, context.getRequiredTestClass());
        if (wanted.type() == String.class) {
            return text;
        }
        try {
            return TypedJson.read(JsonBorder.given(text, "input"), wanted.genericType());
        } catch (IllegalArgumentException unfit) {
            Throwable reason = unfit.getCause() == null ? unfit : unfit.getCause();
            String why = String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
            throw Injections.refuse(
                    wanted,
                    "@Input cannot be turned into a " + wanted.type().getSimpleName() + ".",
                    "Take it as a JsonNode or a String, or give the type what Jackson needs.",
                    "input",
                    text,
                    "why",
                    why);
        }
    }

    private static String text(Input input, String where, Class<?> testClass) {
        if (input.value().isBlank() == input.resource().isBlank()) {
            throw refuse(
                    where,
                    input.value().isBlank()
                            ? "is empty: write JSON, or the name of a resource that holds it"
                            : "has both JSON and a resource: remove one");
        }
        String text = input.value();
        if (text.isBlank()) {
            try {
                text = Resources.text(input.resource(), testClass);
            } catch (IOException unreadable) {
                throw refuse(where, "\"" + input.resource() + "\" cannot be read: " + unreadable.getMessage());
            }
            if (text == null) {
                throw refuse(
                        where,
                        "there is no input \"" + input.resource()
                                + "\", neither as a class-path resource nor in the working directory");
            }
        }
        try {
            JsonText.parse(text);
        } catch (JsonProcessingException notJson) {
            throw refuse(where, NotJson.text("the input", text, notJson));
        }
        return text;
    }

    private static ExtensionConfigurationException refuse(String where, String problem) {
        return Settings.refuse("@Input on " + where + ": " + problem, null);
    }
}
