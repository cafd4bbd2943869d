package io.github.asltestkit.mock;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * How a mocked response, and the request that it answers, are held against the API model of their service. The names are
 * those of TestState. Where no model is known, nothing is checked at any level.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_MockInput.html">MockInput</a>
 */
@API(status = MAINTAINED, since = "0.1")
public enum FieldValidation {
    /** What is there conforms to the model, and all required fields are there. */
    STRICT,
    /** What is there conforms to the model. */
    PRESENT,
    /** Nothing is checked. */
    NONE
}
