package io.github.asltestkit.internal.api;

import io.github.asltestkit.integration.StepFunctionsException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ARN of Step Functions.
 *
 * @param text the whole ARN
 * @param type the resource type, such as {@code stateMachine}
 * @param name the resource's name: of a state machine without its version or alias, of an execution its machine's
 * @param qualifier what follows the name: a version, an alias, an execution's name; null where nothing does
 */
record Arn(String text, String type, String name, @Nullable String qualifier) {
    private static final Pattern FORM = Pattern.compile("arn:(?:aws|aws-cn|aws-us-gov|aws-iso[a-z-]*|aws-eusc):states:"
            + "(?<region>[a-z0-9-]*):(?<account>\\d{12}):(?<type>[A-Za-z]+):(?<name>[^:\\s]+)(?::(?<qualifier>\\S+))?");

    /**
     * Reads an ARN of one of some types.
     *
     * @throws StepFunctionsException InvalidArn
     */
    static Arn of(String text, String... types) {
        if (!text.startsWith("arn:")) {
            throw invalid("Invalid ARN prefix: " + text);
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw invalid("Invalid ARN: " + text);
        }
        if (!Set.of(types).contains(parts.group("type"))) {
            throw invalid("Resource type not valid in this context: " + parts.group("type"));
        }
        return new Arn(text, parts.group("type"), parts.group("name"), parts.group("qualifier"));
    }

    /** Whether a text has the form of an ARN of Step Functions. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** The ARN without version or alias. */
    String unqualified() {
        return qualifier == null ? text : text.substring(0, text.length() - qualifier.length() - 1);
    }

    private static StepFunctionsException invalid(String detail) {
        return new StepFunctionsException("InvalidArn", "Invalid Arn: '" + detail + "'");
    }
}
