package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.mock.MockConfigFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link MockConfig} does. */
final class MockConfigExtension implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        MockConfig annotation = find(context);
        MockConfigFile file = file(annotation.value(), context);
        StateMachineHarness harness = StateMachineTestSupport.harness(context);
        harness.mocks()
                .mockTestCase(
                        file,
                        machine(
                                file,
                                annotation.stateMachine(),
                                harness.stateMachine().name()),
                        annotation.testCase());
    }

    private static MockConfig find(ExtensionContext context) {
        Optional<ExtensionContext> at = Optional.of(context);
        while (at.isPresent()) {
            Optional<MockConfig> annotation =
                    AnnotationSupport.findAnnotation(at.get().getElement(), MockConfig.class);
            if (annotation.isPresent()) {
                return annotation.get();
            }
            at = at.get().getParent();
        }
        throw new ExtensionConfigurationException("There is no @MockConfig on " + context.getDisplayName());
    }

    static MockConfigFile file(String name, ExtensionContext context) {
        return MockConfigFile.load(Resources.named(name, context.getRequiredTestClass()));
    }

    /** The state machine in the file that is the test's. */
    static String machine(MockConfigFile file, String given, String own) {
        List<String> names = file.stateMachines();
        if (!given.isEmpty()) {
            return given;
        }
        if (names.contains(own) || names.isEmpty()) {
            return own;
        }
        if (names.size() > 1) {
            throw new ExtensionConfigurationException("The mock file has several state machines, " + Text.listed(names)
                    + ", and none of them is called " + own + ": say which one is meant, stateMachine = \""
                    + names.get(0)
                    + "\"");
        }
        return names.get(0);
    }
}
