package io.github.asltestkit.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each class named after what should be is one message, whose sentence a test holds to its whole text. */
class OneMessageOneClassTest {
    private static final String PACKAGE = "java/io/github/asltestkit/assertj";

    private static final Pattern MAKES_A_MESSAGE = Pattern.compile("static Message (\\w+)\\(");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

    @TestFactory
    Stream<DynamicTest> a_class_makes_one_message() throws IOException {
        return messages()
                .map(message -> DynamicTest.dynamicTest(
                        name(message),
                        () -> assertThat(MAKES_A_MESSAGE.matcher(read(message)).results())
                                .isNotEmpty()
                                .extracting(made -> made.group(1))
                                .containsOnly("of")));
    }

    @TestFactory
    Stream<DynamicTest> a_test_holds_the_sentence_of_a_message() throws IOException {
        String tests = sources("src/test/" + PACKAGE)
                .filter(test -> !name(test).equals("OneMessageOneClassTest.java"))
                .map(OneMessageOneClassTest::read)
                .collect(Collectors.joining());
        return messages()
                .map(message -> DynamicTest.dynamicTest(name(message), () -> {
                    List<String> sentences = LITERAL.matcher(read(message))
                            .results()
                            .map(found -> found.group(1))
                            .filter(text -> text.contains(" "))
                            .map(String::strip)
                            .filter(text -> text.length() > 5)
                            .toList();
                    assertThat(sentences.isEmpty() || sentences.stream().anyMatch(tests::contains))
                            .as("one of %s stands in a test", sentences)
                            .isTrue();
                }));
    }

    private static Stream<Path> messages() throws IOException {
        return sources("src/main/" + PACKAGE + "/error")
                .filter(source -> name(source).startsWith("Should"));
    }

    private static Stream<Path> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().toList().stream();
        }
    }

    private static String name(Path source) {
        return source.getFileName().toString();
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
