package io.github.asltestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A release can be published: each artifact says what Maven Central asks for, and what its promises are compared for. */
class ReleaseTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("toolkit-core", "junit-extension", "assertj-assertions");

    @ParameterizedTest
    @ValueSource(strings = {".", "toolkit-core/bom"})
    void a_pom_without_a_parent_has_all_that_maven_central_asks_for(String folder) throws Exception {
        Document pom = pom(folder);

        assertThat(texts(pom))
                .contains("name", "description", "url", "licenses", "developers", "scm")
                .doesNotContain("parent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"toolkit-core", "junit-extension", "assertj-assertions"})
    void a_module_has_a_name_and_a_description_of_its_own_and_the_rest_of_its_parent(String folder) throws Exception {
        assertThat(texts(pom(folder))).contains("parent", "name", "description");
    }

    /** The comparison with the latest release leaves out what is internal or EXPERIMENTAL, and nothing else. */
    @Test
    void promises_are_compared_for_all_that_is_not_internal_or_experimental() throws Exception {
        Set<String> excluded = new TreeSet<>();
        NodeList excludes = pom(".").getElementsByTagName("exclude");
        for (int i = 0; i < excludes.getLength(); i++) {
            excluded.add(excludes.item(i).getTextContent());
        }
        Set<String> used = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (Type type : types()) {
            Set<String> by = new TreeSet<>(excluded);
            by.removeIf(name -> !(type.name() + ".").startsWith(name + "."));
            used.addAll(by);
            if (by.isEmpty() == (type.status().equals("EXPERIMENTAL") || type.isInternal())) {
                wrong.add(type.name() + " is " + type.status() + " and excluded by " + by);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(used).isEqualTo(excluded);
    }

    private record Type(String name, String status) {
        boolean isInternal() {
            return name.contains(".internal.") || status.equals("INTERNAL");
        }
    }

    private static List<Type> types() throws IOException {
        Pattern status = Pattern.compile("^@API\\(status = (?:Status\\.)?(\\w+)", Pattern.MULTILINE);
        List<Type> types = new ArrayList<>();
        for (String module : MODULES) {
            Path sources = ROOT.resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    String name = sources.relativize(file)
                            .toString()
                            .replace('\\', '/')
                            .replace('/', '.');
                    Matcher matcher = status.matcher(Files.readString(file));
                    if (!name.endsWith("package-info.java") && matcher.find()) {
                        types.add(new Type(name.substring(0, name.length() - ".java".length()), matcher.group(1)));
                    } else if (name.contains(".internal.") || name.contains(".assertj.error.")) {
                        types.add(new Type(name.substring(0, name.length() - ".java".length()), "INTERNAL"));
                    }
                }
            }
        }
        return types;
    }

    private static Document pom(String folder) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(ROOT.resolve(folder).resolve("pom.xml").toFile());
    }

    /** The names of the elements of a project that hold something. */
    private static List<String> texts(Document pom) {
        List<String> names = new ArrayList<>();
        for (Node node = pom.getDocumentElement().getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && !element.getTextContent().isBlank()) {
                names.add(element.getTagName());
            }
        }
        return names;
    }
}
