package io.github.asltestkit.junit;

import io.github.asltestkit.Replay;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.internal.io.ClassPath;
import io.github.asltestkit.internal.io.FileNames;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.replay.Recording;
import io.github.asltestkit.replay.ReplayResult;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;

/** What {@link ReplayTest} does: a test for each recording. */
final class ReplayInvocations extends AnnotatedInvocations<ReplayTest> {

    ReplayInvocations() {
        super(ReplayTest.class);
    }

    @Override
    Stream<OneReplay> invocations(ReplayTest annotation, ExtensionContext context) {
        return recordings(annotation.value(), context).stream().map(recording -> new OneReplay(recording, annotation));
    }

    private static List<Recording> recordings(String name, ExtensionContext context) {
        Path path = path(name, context);
        try {
            return Files.isDirectory(path) ? Recording.readAll(path) : List.of(Recording.read(path));
        } catch (IllegalArgumentException wrong) {
            throw new ExtensionConfigurationException(
                    "@ReplayTest on " + context.getDisplayName() + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Path path(String name, ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        String resource = Resources.named(name, testClass);
        ClassLoader loader = testClass.getClassLoader();
        URL url = loader == null ? null : loader.getResource(ClassPath.relative(resource));
        try {
            if (url != null && url.getProtocol().equals("file")) {
                return Path.of(url.toURI());
            }
        } catch (URISyntaxException unusual) {
            throw new ExtensionConfigurationException("The folder of recordings " + url + " is not a file", unusual);
        }
        Path file = FileNames.path(name);
        if (file == null || !Files.exists(file)) {
            throw new ExtensionConfigurationException("@ReplayTest on " + context.getDisplayName()
                    + ": there are no recordings at \"" + Text.ascii(name) + "\", neither on the class path nor at "
                    + (file == null ? Text.ascii(name) : file.toAbsolutePath()));
        }
        return file;
    }

    private static Replay replay(StateMachine machine, Recording recording, ReplayTest annotation) {
        Replay replay = Replay.of(machine, recording);
        for (String place : annotation.ignoring()) {
            int path = place.startsWith("$") ? 0 : place.indexOf(" $");
            if (path < 0) {
                throw new ExtensionConfigurationException("@ReplayTest: ignoring \"" + place
                        + "\" is not a path: write one such as \"$..traceId\", or \"Charge $.Payload.requestedAt\"");
            }
            replay = path == 0
                    ? replay.ignoring(place)
                    : replay.ignoring(place.substring(0, path).strip(), place.substring(path + 1));
        }
        for (String names : annotation.renamed()) {
            String[] both = names.split("\\s*->\\s*", -1);
            if (both.length != 2) {
                throw new ExtensionConfigurationException("@ReplayTest: renamed \"" + names
                        + "\" names no two states: write \"Approve -> AskForApproval\"");
            }
            replay = replay.renamed(both[0].strip(), both[1].strip());
        }
        return replay;
    }

    /** One test. */
    record OneReplay(Recording recording, ReplayTest annotation)
            implements AnnotatedInvocations.Invocation, InvocationInterceptor {

        @Override
        public String name() {
            return recording.name();
        }

        @Override
        public void interceptTestTemplateMethod(
                InvocationInterceptor.Invocation<Void> invocation,
                ReflectiveInvocationContext<Method> invocationContext,
                ExtensionContext context)
                throws Throwable {
            ReplayResult result = result(context);
            if (!result.isFaithful()) {
                throw new AssertionFailedError(result.message());
            }
            invocation.proceed();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type == Recording.class || type == ReplayResult.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Recording.class ? recording : result(context);
        }

        /** Run once for the test. */
        private ReplayResult result(ExtensionContext context) {
            return Stores.findOrMake(
                    context,
                    ReplayResult.class,
                    () -> replay(StateMachineTestSupport.harness(context).stateMachine(), recording, annotation)
                            .run());
        }
    }
}
