package io.github.asltestkit.internal.validate;

import io.github.asltestkit.diagnostic.Severity;

/**
 * What one rule tells of a definition, as the guide lists it.
 *
 * @param code the code of its diagnostics
 * @param severity whether AWS refuses such a definition
 * @param what what is wrong
 * @param why what comes of it
 * @param page the page or thread behind the rule
 */
public record RuleInfo(String code, Severity severity, String what, String why, String page) {
    private static final String GUIDE = "https://docs.aws.amazon.com/step-functions/latest/dg/";
    private static final String REFUSED = "CreateStateMachine refuses it";

    static RuleInfo error(String what, String page) {
        return error(Findings.SCHEMA, what, page);
    }

    static RuleInfo error(String code, String what, String page) {
        return new RuleInfo(code, Severity.ERROR, what, REFUSED, absolute(page));
    }

    static RuleInfo warning(String code, String what, String why, String page) {
        return new RuleInfo(code, Severity.WARNING, what, why, absolute(page));
    }

    private static String absolute(String page) {
        return page.startsWith("https:") ? page : GUIDE + page;
    }
}
