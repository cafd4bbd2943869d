package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.assertj.AslAssertions;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No assertion is left out: each stands in a test as it holds, and with the verdict of its failure. */
class EveryAssertionTest {
    private static final List<String> TESTS =
            List.of("ExecutionAssertionsTest", "StateAssertionsTest", "CallAssertionsTest", "DataAssertionsTest");

    /** They lead back, and assert nothing. */
    private static final Set<String> BACK = Set.of("returnToExecution", "returnToState", "and");

    /** Holds where a file as long as the history was approved; the page on replays shows how. */
    private static final Set<String> HOLDS_ELSEWHERE = Set.of("hasApprovedHistory");

    @Test
    void every_assertion_is_there() throws IOException, ClassNotFoundException {
        List<String> holding = new ArrayList<>();
        List<String> failing = new ArrayList<>();
        for (String statement : shown().split(";\\s*\n")) {
            String dense = statement.replaceAll("\\s", "");
            (dense.contains("fails(()->") ? failing : holding).add(dense);
        }
        List<String> missing = new ArrayList<>();
        for (Class<?> type : assertions()) {
            for (Method method : type.getDeclaredMethods()) {
                String call = "." + method.getName() + "(";
                boolean asserts = Modifier.isPublic(method.getModifiers())
                        && !method.isSynthetic()
                        && !BACK.contains(method.getName());
                if (asserts
                        && (holding.stream().noneMatch(it -> it.contains(call))
                                        && !HOLDS_ELSEWHERE.contains(method.getName())
                                || failing.stream().noneMatch(it -> it.contains(call)))) {
                    missing.add(type.getSimpleName() + call);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static String shown() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String test : TESTS) {
            sources.append(Files.readString(Path.of("src/test/java/io/github/asltestkit/samples", test + ".java")));
        }
        return sources.toString();
    }

    /** The classes of assertions; what they share with AssertJ's own is documented there. */
    private static List<Class<?>> assertions() throws IOException, ClassNotFoundException {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(Path.of("../assertj-assertions/src/main/java/io/github/asltestkit/assertj"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                if (name.endsWith("Assert") && !name.equals("AslAssert")) {
                    types.add(Class.forName(AslAssertions.class.getPackageName() + "." + name));
                }
            }
        }
        assertThat(types).hasSizeGreaterThan(15);
        return types;
    }
}
