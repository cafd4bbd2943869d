package io.github.asltestkit.generate;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.coverage.DefinitionCoverage;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a {@code TestGenerator} found. Immutable; the toolkit makes it. The same definition, mocks and options give the same tests,
 * byte for byte.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface GeneratedTests {
    /** The system property without which {@link #writeTo(Path, String)} writes nothing. */
    String WRITE = "asl.testkit.generate";

    /** The names of the tests, in the order of the class: each takes something that none before takes. */
    List<String> names();

    /** What the tests take of the definition, together with what need not be looked for. */
    DefinitionCoverage coverage();

    /** What neither the tests nor anything else takes, in the order of the definition, each with the reason. */
    List<Unreached> unreached();

    /** The bounds that the search hit, as sentences; empty if it ended by itself. */
    List<String> boundsHit();

    /** How many executions were run to find the tests. */
    int runs();

    /**
     * The tests as a class of JUnit Jupiter, for {@code asl-testkit-junit} and {@code asl-testkit-assertj}.
     *
     * @param className the full name of the class, such as {@code com.example.OrderPathsTest}
     * @throws IllegalArgumentException if that is not the name of a class
     */
    String source(String className);

    /**
     * Writes the class below a folder of sources if {@code -Dasl.testkit.generate=true} is set; else does nothing, so that a test
     * that generates others may stay where it is. A file of the same text is left as it is.
     *
     * @param folder the folder of sources, such as {@code src/test/java}; it must be there
     * @param className the full name of the class, such as {@code com.example.OrderPathsTest}
     * @return whether the file was written
     * @throws IllegalArgumentException if that is not the name of a class
     * @throws IllegalStateException if there is no such folder, the file would be outside of it, there is nothing to write, or
     *     there is a file that the toolkit did not generate: one whose first line does not say so
     */
    boolean writeTo(Path folder, String className);

    /** As {@link #writeTo(Path, String)}, whether the property is set or not. */
    boolean writeAnywayTo(Path folder, String className);

    /** How many tests take how much, and what is left, as text of at most 119 columns. */
    String summary();
}
