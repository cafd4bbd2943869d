package io.github.asltestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.TestGenerator;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.generate.GeneratedTests;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The tests that are generated for the real definitions of {@code ../shared/corpus} compile, and pass three times in a row. The
 * profile {@code corpus} runs it, on the JUnit of the samples.
 */
class GeneratedCorpus {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");
    private static final Pattern RESOURCE = Pattern.compile("\\bResource\"?\\s*:\\s*[\"']?\\$\\{([^}]+)}");
    private static final Pattern NUMBER = Pattern.compile(
            "\\b(?:\\w*Seconds|Max\\w+|BackoffRate|Tolerated\\w+|Numeric\\w+)\"?\\s*:\\s*[\"']?\\$\\{([^}]+)}");

    @Test
    void generated_classes_compile_and_pass_three_times_in_a_row(@TempDir Path folder) throws Exception {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> names = new ArrayList<>();
        int tests = 0;
        for (JsonNode row : index()) {
            StateMachine machine = row.path("kind").asText().equals("real")
                    ? machine(row.path("file").asText())
                    : null;
            if (machine != null) {
                Path definition = folder.resolve("d" + names.size() + ".asl.json");
                Files.writeString(definition, machine.definition().json().toString());
                GeneratedTests found = TestGenerator.of(StateMachine.load(definition.toString()))
                        .annotatedWith("@StateMachineTest(\"" + definition + "\")")
                        .find();
                if (!found.names().isEmpty()) {
                    String name = "generated.D" + names.size() + "Test";
                    assertThat(found.writeAnywayTo(sources, name)).isTrue();
                    names.add(name);
                    tests += found.names().size();
                }
            }
        }
        compile(sources, classes);
        System.out.println(tests + " tests of " + names.size() + " definitions");
        assertThat(names).hasSizeGreaterThan(150);
        for (int time = 0; time < 3; time++) {
            assertThat(run(names, classes)).isEqualTo(Map.of("passed", tests));
        }
    }

    private static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null);
                var all = Files.walk(sources)) {
            boolean compiled = compiler.getTask(
                            null,
                            files,
                            problems,
                            List.of("-d", classes.toString(), "-proc:none"),
                            null,
                            files.getJavaFileObjectsFromPaths(
                                    all.filter(Files::isRegularFile).toList()))
                    .call();
            assertThat(compiled).as("%s", problems.getDiagnostics()).isTrue();
        }
    }

    private static Map<String, Integer> run(List<String> names, Path classes) throws Exception {
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                    .configurationParameter("asl.testkit.report.enabled", "false");
            for (String name : names) {
                request.selectors(DiscoverySelectors.selectClass(loader.loadClass(name)));
            }
            TestExecutionListener listener = new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                        outcomes.merge(test.getUniqueId() + " " + result.getThrowable(), 1, Integer::sum);
                    } else if (test.isTest()) {
                        outcomes.merge("passed", 1, Integer::sum);
                    }
                }
            };
            LauncherFactory.create(LauncherConfig.builder()
                            .enableLauncherSessionListenerAutoRegistration(false)
                            .enableTestExecutionListenerAutoRegistration(false)
                            .build())
                    .execute(request.build(), listener);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        return outcomes;
    }

    // ---- the corpus --------------------------------------------------------------------------------------------

    private static JsonNode index() throws IOException {
        return new ObjectMapper().readTree(corpus().resolve("index.json").toFile());
    }

    private static Path corpus() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolveSibling("shared/corpus/definitions");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        Assumptions.abort("skipped: there is no folder ../shared/corpus");
        throw new IllegalStateException();
    }

    /** A definition with values for its placeholders; null if it is none that can be run. */
    private static StateMachine machine(String file) throws IOException {
        String text = Files.readString(corpus().resolve(file));
        Map<String, JsonNode> values = new LinkedHashMap<>();
        put(RESOURCE, text, TextNode.valueOf("arn:aws:lambda:us-east-1:123456789012:function:f"), values);
        values.put("AWS::Partition", TextNode.valueOf("aws"));
        values.put("AWS::Region", TextNode.valueOf("us-east-1"));
        values.put("AWS::AccountId", TextNode.valueOf("123456789012"));
        put(NUMBER, text, IntNode.valueOf(1), values);
        put(PLACEHOLDER, text, TextNode.valueOf("value"), values);
        try {
            return StateMachine.parse(
                    file.replaceAll(".*/", ""),
                    text,
                    DefinitionOptions.defaults().withSubstitutions(values));
        } catch (InvalidDefinitionException refused) {
            return null; // CorpusTest of the core says which, and why
        }
    }

    private static void put(Pattern pattern, String text, JsonNode value, Map<String, JsonNode> values) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            values.putIfAbsent(matcher.group(1).strip(), value);
        }
    }
}
