package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** What a mock means that a test gave and nothing called. A call that nobody mocked always fails the test. */
@API(status = MAINTAINED, since = "0.1")
public enum Strictness {
    /** The test fails, and says which mock it is, where it was given and which calls were made. */
    STRICT,
    /** The test passes, and its report has an entry {@code unused mocks} that says the same. */
    WARN,
    /** Nothing. */
    LENIENT
}
