package io.github.asltestkit.internal.model;

/** How a state spells what an API model spells otherwise. */
final class FieldNames {

    private FieldNames() {}

    /**
     * A member's name as a state sees it: {@code executionArn} is {@code ExecutionArn}, and {@code equals}, which every
     * object of Java has already, is {@code EqualsValue}.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html">AWS SDK service
     *     integrations: parameters are in Pascal case</a>
     */
    static String capital(String member) {
        if (member.equalsIgnoreCase("equals")) {
            return "EqualsValue";
        }
        return member.isEmpty() ? member : Character.toUpperCase(member.charAt(0)) + member.substring(1);
    }
}
