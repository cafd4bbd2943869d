package io.github.asltestkit.junit;

import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineType;
import io.github.asltestkit.internal.message.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What tests are to run with: what their annotation says, or else a configuration parameter, or else the default. */
final class Settings {
    /** What the names of all configuration parameters begin with. */
    static final String PREFIX = "asl.testkit.";

    private final StateMachineTest annotation;
    private final ExtensionContext annotated;

    private Settings(StateMachineTest annotation, ExtensionContext annotated) {
        this.annotation = annotation;
        this.annotated = annotated;
    }

    /**
     * The settings of the nearest class or method that is annotated.
     *
     * @throws ExtensionConfigurationException where none is
     */
    static Settings of(ExtensionContext context) {
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.get().getParent()) {
            Optional<StateMachineTest> found =
                    AnnotationSupport.findAnnotation(at.get().getElement(), StateMachineTest.class);
            if (found.isPresent()) {
                return new Settings(found.get(), at.get());
            }
        }
        throw new ExtensionConfigurationException("There is no @StateMachineTest on "
                + context.getElement().map(Places::name).orElse(context.getDisplayName()) + " or around it");
    }

    /** Where the annotation stands. */
    ExtensionContext annotated() {
        return annotated;
    }

    /** The machine under test, loaded anew. */
    StateMachine load() {
        List<StateMachineType> type = annotation.type().length > 0
                ? List.of(annotation.type())
                : parameter("type", text -> constant(StateMachineType.class, "type", text)).stream()
                        .toList();
        List<String> files = new ArrayList<>();
        annotated
                .getConfigurationParameter(PREFIX + "substitutionFiles")
                .ifPresent(names -> files.addAll(List.of(names.split("\\s*,\\s*"))));
        files.addAll(List.of(annotation.substitutionFiles()));
        StateMachine machine = new DefinitionPlace(
                        "@StateMachineTest",
                        annotated,
                        annotation.value(),
                        annotation.definition(),
                        annotation.logicalId(),
                        List.of(annotation.substitutions()),
                        files,
                        annotation.inputSchema(),
                        type)
                .load();
        try {
            return annotation.name().isEmpty() ? machine : machine.withName(annotation.name());
        } catch (IllegalArgumentException refused) {
            throw refuse("@StateMachineTest", annotated, String.valueOf(refused.getMessage()));
        }
    }

    HarnessOptions options() {
        HarnessOptions options = HarnessOptions.defaults().withFieldValidation(annotation.fieldValidation());
        options = text("startInstant", annotation.startInstant(), Settings::instant)
                .map(options::withStart)
                .orElse(options);
        options = text("account", annotation.account(), options::withAccount).orElse(options);
        options = text("region", annotation.region(), options::withRegion).orElse(options);
        return atMostOne("seed", Arrays.stream(annotation.seed()).boxed().toArray(Long[]::new))
                .or(() -> parameter("seed", Settings::seed))
                .map(options::withSeed)
                .orElse(options);
    }

    /** Refuses now what would else come to light only at the end of a test, or never. */
    void check() {
        strictness();
    }

    Strictness strictness() {
        return atMostOne("strictness", annotation.strictness())
                .or(() -> parameter("strictness", text -> constant(Strictness.class, "strictness", text)))
                .orElse(Strictness.STRICT);
    }

    // ---- from text to value ------------------------------------------------------------------------------------

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "startInstant \"" + text + "\" is not an instant: write one such as 2024-01-01T00:00:00Z", e);
        }
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("seed \"" + text + "\" is not a whole number", e);
        }
    }

    static <E extends Enum<E>> E constant(Class<E> type, String name, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                name + " \"" + text + "\" is not one of " + Arrays.toString(type.getEnumConstants()));
    }

    // ---- from annotation and parameter to text -------------------------------------------------------------------

    private <T> Optional<T> text(String name, String given, Function<String, T> read) {
        if (given.isEmpty()) {
            return parameter(name, read);
        }
        try {
            return Optional.of(read.apply(given));
        } catch (IllegalArgumentException refused) {
            throw refuse("@StateMachineTest", annotated, String.valueOf(refused.getMessage()));
        }
    }

    private <T> Optional<T> parameter(String name, Function<String, T> read) {
        return annotated
                .getConfigurationParameter(PREFIX + name)
                .map(String::strip)
                .map(text -> {
                    try {
                        return read.apply(text);
                    } catch (IllegalArgumentException refused) {
                        throw new ExtensionConfigurationException(
                                "Configuration parameter " + PREFIX + refused.getMessage(), refused);
                    }
                });
    }

    private <T> Optional<T> atMostOne(String name, T[] given) {
        if (given.length > 1) {
            throw refuse("@StateMachineTest", annotated, name + " is given more than once: " + Arrays.toString(given));
        }
        return Arrays.stream(given).findFirst();
    }

    /** A misuse of an annotation, and where it stands. */
    static ExtensionConfigurationException refuse(String annotation, ExtensionContext annotated, String problem) {
        String where = annotated.getElement().map(Places::name).orElse(annotated.getDisplayName());
        return refuse(annotation + " on " + where + ": " + problem, null);
    }

    /** A misuse, in lines that fit. */
    static ExtensionConfigurationException refuse(String problem, @Nullable Throwable cause) {
        List<String> lines = new ArrayList<>();
        problem.lines().forEach(line -> lines.addAll(Text.wrap(line, Text.WIDTH)));
        return new ExtensionConfigurationException(String.join("\n", lines), cause);
    }
}
