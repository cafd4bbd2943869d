package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * The query language of a state machine or of a single state.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">Transforming data with JSONata</a>
 */
@API(status = MAINTAINED, since = "0.1")
public enum QueryLanguage {
    /** Paths such as {@code $.order.id}: the language of a machine that names none. */
    JSONPATH("JSONPath"),
    /** Expressions between <code>{%</code> and <code>%}</code>. */
    JSONATA("JSONata");

    private final String aslName;

    QueryLanguage(String aslName) {
        this.aslName = aslName;
    }

    /** The value of the {@code QueryLanguage} field. */
    public String aslName() {
        return aslName;
    }
}
