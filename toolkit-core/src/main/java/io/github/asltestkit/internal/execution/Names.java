package io.github.asltestkit.internal.execution;

import io.github.asltestkit.integration.StepFunctionsException;

/**
 * Which names executions, state machines and Activities may have. AWS's list forbids surrogates, so a character beyond
 * U+FFFF, which two of them stand for in UTF-16, is refused too.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">StartExecution</a>
 */
public final class Names {
    private static final int MAX_LENGTH = 80;
    private static final String FORBIDDEN = "<>{}[]?*\"#%\\^|~`$&,;:/";

    private Names() {}

    /**
     * Refuses a name as the service does.
     *
     * @throws StepFunctionsException ValidationException where its length is not 1 to 80, InvalidName where it has a
     *     character that it must not have
     */
    public static void check(String name) {
        if (name.isEmpty()) {
            throw StepFunctionsException.validation(
                    "Value '' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 1");
        }
        if (name.length() > MAX_LENGTH) {
            throw StepFunctionsException.validation("Value '" + name
                    + "' at 'name' failed to satisfy constraint: Member must have length less than or equal to "
                    + MAX_LENGTH);
        }
        if (!name.chars().allMatch(c -> isAllowed((char) c))) {
            throw new StepFunctionsException("InvalidName", "Invalid Name: '" + name + "'");
        }
    }

    private static boolean isAllowed(char c) {
        boolean control = c <= 0x1f || (c >= 0x7f && c <= 0x9f) || c >= 0xfffe;
        return !control && !Character.isWhitespace(c) && !Character.isSurrogate(c) && FORBIDDEN.indexOf(c) < 0;
    }
}
