package io.github.asltestkit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a validator and we refuse a definition for the same reason, each in its own words. */
final class Reasons {
    /** Words of the validators, code or message, and ours for the same. */
    private static final List<Reason> SAME = List.of(
            new Reason("INVALID_(START_AT|NEXT|DEFAULT)|Missing 'Next' target", "MISSING_TRANSITION_TARGET: Missing"),
            new Reason("UNREACHABLE_STATE", "is not reachable"),
            new Reason("NO_TERMINAL_STATE|No terminal state", "MISSING_END_STATE"),
            new Reason(
                    "INVALID_PROPERTY_NAME|Additional properties|not allowed here",
                    "is not supported|is only supported for"),
            new Reason("MUTUALLY_EXCLUSIVE|set both|may have only one of|requiredXor", "only (be|have)? ?one of"),
            new Reason("STRING_ONLY", "must be a valid JSONPath"),
            new Reason(
                    "INVALID_JSON_PATH|JSONPath or intrinsic|\"asl_(path|payload_template)\"",
                    "must be a valid JSONPath|contains a JSONPath|Reference Path"),
            new Reason("asl_ref_path", "Reference Path"),
            new Reason("Missing property|required property|required field", "required|should have only one of"),
            new Reason("non-empty required", "cannot be empty"),
            new Reason("Incorrect type|\"code\":\"type\"", "Expected value of type"),
            new Reason("below the minimum|allowed floor", "Minimum value|Expected value of type"),
            new Reason("above the maximum|allowed ceiling", "Maximum value"),
            new Reason("not accepted|\"code\":\"(const|enum)\"", "should (be|have) one of|QueryLanguage"),
            new Reason("arn:aws", "not recognized"));

    /** A name in quotes, or a message that is nothing but a name. */
    private static final Pattern NAME = Pattern.compile("\"(?<quoted>\\w+)\"|^(?<alone>\\w+)$");

    private Reasons() {}

    /** Whether the words mean the same; words that are in no table are compared by the names in them. */
    static boolean agree(JsonNode problem, Diagnostic ours) {
        String words = ours.code() + ": " + ours.message();
        String theirs = problem.toString().replace("\\\"", "\"");
        List<Reason> known = SAME.stream()
                .filter(reason -> reason.theirs().matcher(theirs).find())
                .toList();
        if (!known.isEmpty()
                && known.stream()
                        .noneMatch(reason -> reason.ours().matcher(words).find())) {
            return false;
        }
        Matcher name = NAME.matcher(problem.path("message_includes").asText());
        while (name.find()) {
            String wanted = name.group("quoted") == null ? name.group("alone") : name.group("quoted");
            if (!(words + ours.location().pointer()).contains(wanted)) {
                return false;
            }
        }
        return true;
    }

    private record Reason(Pattern theirs, Pattern ours) {
        Reason(String theirs, String ours) {
            this(Pattern.compile(theirs), Pattern.compile(ours));
        }
    }
}
