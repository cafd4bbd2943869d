package io.github.asltestkit.junit;

import io.github.asltestkit.internal.io.FileNames;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.proof.ProofFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** What {@link ProvenOnAws} does around a class. Each test is checked by {@link StateMachineExtension}, when it has passed. */
final class ProvenOnAwsExtension implements BeforeAllCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        ProvenOnAws annotation = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), ProvenOnAws.class)
                .orElse(null);
        if (annotation != null) {
            begin(context, annotation);
        }
    }

    private static void begin(ExtensionContext context, ProvenOnAws annotation) {
        Path folder = FileNames.path(annotation.value());
        if (folder == null || annotation.value().isBlank()) {
            throw Settings.refuse(
                    "@ProvenOnAws",
                    context,
                    "\"" + Text.ascii(annotation.value()) + "\" is not a folder: write one such as"
                            + " \"proofs/order\"");
        }
        if (!hasMachine(context)) {
            throw Settings.refuse(
                    "@ProvenOnAws", context, "there is no @StateMachineTest whose tests could be proven. Add it.");
        }
        ProofSettings settings = ProofSettings.of(context);
        Path requests =
                ReportSettings.of(context::getConfigurationParameter).folder().resolve("proof");
        Stores.put(
                context,
                ClassProof.class,
                new ClassProof(
                        context.getRequiredTestClass(), ProofFolder.at(folder).withRequestsIn(requests), settings));
    }

    private static boolean hasMachine(ExtensionContext context) {
        for (ExtensionContext at = context; ; at = at.getParent().orElseThrow()) {
            if (AnnotationSupport.isAnnotated(at.getElement(), StateMachineTest.class)) {
                return true;
            }
            if (at.getParent().isEmpty()) {
                return !AnnotationSupport.findAnnotatedMethods(
                                context.getRequiredTestClass(), StateMachineTest.class, HierarchyTraversalMode.TOP_DOWN)
                        .isEmpty();
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ClassProof.finished(context);
    }
}
