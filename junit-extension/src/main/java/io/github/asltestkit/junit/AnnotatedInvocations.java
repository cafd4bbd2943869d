package io.github.asltestkit.junit;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a test method once for each of the things that its annotation names. */
abstract class AnnotatedInvocations<A extends Annotation> implements TestTemplateInvocationContextProvider {
    private final Class<A> annotationType;

    AnnotatedInvocations(Class<A> annotationType) {
        this.annotationType = annotationType;
    }

    @Override
    public final boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), annotationType);
    }

    @Override
    public final Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        A annotation = AnnotationSupport.findAnnotation(context.getTestMethod(), annotationType)
                .orElseThrow();
        return invocations(annotation, context).map(invocation -> invocation);
    }

    abstract Stream<? extends Invocation> invocations(A annotation, ExtensionContext context);

    /** One run of the method, which is an extension of its own. */
    interface Invocation extends TestTemplateInvocationContext, ParameterResolver {

        /** The name of the run in reports. */
        String name();

        @Override
        default String getDisplayName(int index) {
            return name();
        }

        @Override
        default List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }
    }
}
