package io.github.asltestkit.junit;

import io.github.asltestkit.mock.MockConfigFile;

/**
 * A test case of a mock file of Step Functions Local.
 *
 * @param file the mock file
 * @param stateMachine the name of the state machine in the file
 * @param name the name of the test case
 */
public record MockTestCase(MockConfigFile file, String stateMachine, String name) {

    @Override
    public String toString() {
        return name;
    }
}
