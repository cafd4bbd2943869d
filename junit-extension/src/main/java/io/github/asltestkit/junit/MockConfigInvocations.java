package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.mock.MockConfigFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/** What {@link MockConfigTest} does: a test for each test case. */
final class MockConfigInvocations extends AnnotatedInvocations<MockConfigTest> {

    MockConfigInvocations() {
        super(MockConfigTest.class);
    }

    @Override
    Stream<OneTestCase> invocations(MockConfigTest annotation, ExtensionContext context) {
        MockConfigFile file = MockConfigExtension.file(annotation.value(), context);
        String machine = MockConfigExtension.machine(
                file,
                annotation.stateMachine(),
                StateMachineTestSupport.stateMachine(context).name());
        List<String> all = file.testCases(machine);
        List<String> chosen = List.of(annotation.testCases());
        for (String name : chosen) {
            if (!all.contains(name)) {
                throw new ExtensionConfigurationException("The mock file " + annotation.value() + " has no test case \""
                        + name + "\" of " + machine + "; it has " + Text.listed(all));
            }
        }
        return (chosen.isEmpty() ? all : chosen)
                .stream().map(name -> new OneTestCase(new MockTestCase(file, machine, name)));
    }

    /** One test. */
    record OneTestCase(MockTestCase testCase) implements Invocation, BeforeEachCallback {

        @Override
        public String name() {
            return testCase.name();
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            StateMachineHarness harness = StateMachineTestSupport.harness(context);
            harness.mocks().mockTestCase(testCase.file(), testCase.stateMachine(), testCase.name());
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == MockTestCase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return testCase;
        }
    }
}
