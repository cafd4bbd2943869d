package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.State;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value that looks like a path in a field that takes text: AWS's own warning. */
final class NoPathRule extends StateRule {
    /** Compiled when it is first asked, which most definitions never do. */
    private static final class Paths {
        static final Pattern PATH = Pattern.compile("\\$\\$?(\\.[^\\s.]+|\\[[^\\]]+])++");
    }

    @Override
    public List<RuleInfo> about() {
        return List.of(
                RuleInfo.warning(
                        "NO_PATH",
                        "A value looks like a path, and the field's name does not end in Path",
                        "It is taken as text; a warning of AWS",
                        "https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (!Expressions.isJsonPath(state)) {
            return;
        }
        if (state instanceof State.Fail fail) {
            check("Error", fail.error(), state.pointer(), findings);
            check("Cause", fail.cause(), state.pointer(), findings);
        } else if (state instanceof State.ChoiceState choose) {
            choose.choices().stream()
                    .flatMap(choice -> Expressions.comparisons(choice.rule()).stream())
                    .filter(NoPathRule::isOfText)
                    .forEach(comparison -> check(
                            comparison.operator(), comparison.value().textValue(), comparison.pointer(), findings));
        }
    }

    private static boolean isOfText(ChoiceRule.Comparison comparison) {
        return comparison.operator().startsWith("String")
                && !comparison.operator().endsWith("Path")
                && !comparison.operator().equals("StringMatches");
    }

    private static void check(String field, @Nullable String text, String pointer, Findings findings) {
        if (text != null && !Findings.isOpen(text) && Paths.PATH.matcher(text).matches()) {
            findings.warning(
                    "NO_PATH",
                    "The value of '" + field + "' looks like a path but is taken as text",
                    pointer + "/" + field,
                    "name the field '" + field + "Path'");
        }
    }
}
