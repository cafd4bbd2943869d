package io.github.asltestkit.internal.expression.jsonata;

import java.util.Set;

/**
 * The functions that every JSONata expression in Step Functions knows by name.
 *
 * @see <a href="https://docs.jsonata.org/overview.html">JSONata, its function library</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">Functions of Step Functions for
 *     JSONata</a>
 */
final class JsonataBuiltIns {
    /** Without the dollar; {@code states} is no function, and known as well. */
    static final Set<String> NAMES = Set.of(
            ("states abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl"
                            + " decodeUrlComponent distinct each encodeUrl encodeUrlComponent error eval exists filter floor"
                            + " formatBase formatInteger formatNumber fromMillis hash join keys length lookup lowercase map"
                            + " match max merge millis min not now number pad parse parseInteger partition power random range"
                            + " reduce replace reverse round shuffle sift single sort split spread sqrt string substring"
                            + " substringAfter substringBefore sum toMillis trim type uppercase uuid zip")
                    .split(" "));

    private JsonataBuiltIns() {}
}
