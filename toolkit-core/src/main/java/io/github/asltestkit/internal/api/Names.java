package io.github.asltestkit.internal.api;

import io.github.asltestkit.integration.StepFunctionsException;

/** Which characters the name of a state machine, an Activity or an execution may have. */
final class Names {
    private static final String FORBIDDEN = "<>{}[]?*\"#%\\^|~`$&,;:/";

    private Names() {}

    /**
     * Refuses a name.
     *
     * @throws StepFunctionsException InvalidName
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateActivity.html">CreateActivity,
     *     name</a>
     */
    static void check(String name) {
        boolean valid = name.codePoints()
                .allMatch(c -> FORBIDDEN.indexOf(c) < 0
                        && !Character.isWhitespace(c)
                        && !Character.isISOControl(c)
                        && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                        && c != 0xFFFE
                        && c != 0xFFFF
                        && c != Character.MAX_CODE_POINT);
        if (!valid) {
            throw new StepFunctionsException("InvalidName", "Invalid Name: '" + name + "'");
        }
    }
}
