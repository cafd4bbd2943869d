package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.replay.Recording;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The core without the libraries that are optional: mocks work as they do with them, unchecked. */
class OptionalLibrariesTest {
    /** Jars that whoever depends on the core alone does not have. */
    private static final Pattern OPTIONAL = Pattern.compile(
            "software.amazon.awssdk|tools.jackson|aws-lambda-java|aws-java-sdk-models|wiremock|junit|assertj|archunit|opentest4j");

    private static URLClassLoader core() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!OPTIONAL.matcher(entry.replace(File.separatorChar, '.')).find()) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @Test
    void the_core_runs_with_mocks_without_any_of_them() throws IOException, ReflectiveOperationException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader alone = core()) {
            Thread.currentThread().setContextClassLoader(alone);
            assertThatThrownBy(() -> alone.loadClass("software.amazon.awssdk.core.SdkPojo"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> alone.loadClass("tools.jackson.databind.JsonNode"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> alone.loadClass("com.amazonaws.services.lambda.runtime.Context"))
                    .isInstanceOf(ClassNotFoundException.class);

            Object said =
                    alone.loadClass(Alone.class.getName()).getMethod("run").invoke(null);

            assertThat(said).isEqualTo("SUCCEEDED {\"any\":{\"x\":1}} 7 true 1");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** What runs there: no class of a test library may be named here. */
    public static final class Alone {
        private Alone() {}

        /** A request and a response that the model of S3 does not have. */
        public static String run() {
            StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("object.asl.json", """
                    {"StartAt": "Object", "States": {"Object": {"Type": "Task", "End": true,
                      "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": {"Kye": "k"}}}}"""));
            harness.mock("Object").withParameters(Map.of("Kye", "k")).returns(Map.of("any", Map.of("x", 1)));
            Execution execution = harness.run(new Order(7));
            ExecutionStatus status = execution.status();
            // It names the SDK's client in a method, and the proofs have a package that knows the SDK.
            Recording recording = Recording.of("object", execution.history());
            int stays = Stays.of(execution).size();
            return status + " " + execution.output() + " " + execution.input().get("number") + " "
                    + recording.isComplete() + " " + stays;
        }

        /** Written by a mapper, which no tree is. */
        public record Order(int number) {}
    }
}
