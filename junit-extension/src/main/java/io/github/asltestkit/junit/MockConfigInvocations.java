package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.mock.MockConfigFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link MockConfigTest} does: a test for each test case. */
final class MockConfigInvocations implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), MockConfigTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        MockConfigTest annotation = AnnotationSupport.findAnnotation(context.getTestMethod(), MockConfigTest.class)
                .orElseThrow();
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
                        + name + "\" of " + machine + "; it has " + String.join(", ", all));
            }
        }
        return (chosen.isEmpty() ? all : chosen)
                .stream().map(name -> new Invocation(new MockTestCase(file, machine, name)));
    }

    /** One test. */
    private record Invocation(MockTestCase testCase)
            implements TestTemplateInvocationContext, BeforeEachCallback, ParameterResolver {

        @Override
        public String getDisplayName(int index) {
            return testCase.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
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
