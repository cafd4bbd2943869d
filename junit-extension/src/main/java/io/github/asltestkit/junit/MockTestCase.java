package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.mock.MockConfigFile;
import org.apiguardian.api.API;

/**
 * A test case of a mock file of Step Functions Local.
 *
 * @param file the mock file
 * @param stateMachine the name of the state machine in the file
 * @param name the name of the test case
 */
@API(status = MAINTAINED, since = "0.1")
public record MockTestCase(MockConfigFile file, String stateMachine, String name) {

    @Override
    public String toString() {
        return name;
    }
}
