package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import java.util.List;

/** A path in the Result of a Pass state, which is taken as it is: AWS's own warning. */
final class StaticResultRule extends StateRule {

    @Override
    public List<RuleInfo> about() {
        return List.of(
                RuleInfo.warning(
                        "PASS_RESULT_IS_STATIC",
                        "The Result of a Pass state has a field whose name ends in .$",
                        "A Result is used as it is; a warning of AWS",
                        "https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (state instanceof State.Pass pass && Expressions.isJsonPath(state)) {
            JsonNode result = pass.result();
            if (result != null) {
                Expressions.forEachField(result, state.pointer() + "/Result", (at, field) -> {
                    if (field.getKey().endsWith(".$")) {
                        findings.warning(
                                "PASS_RESULT_IS_STATIC",
                                "The Result of a Pass state is static: '" + field.getKey() + "' is not evaluated",
                                at,
                                "use Parameters instead of Result");
                    }
                });
            }
        }
    }
}
