package io.github.asltestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The guide says what is true: each block of Java in it stands in a test of the samples, each message in an approved file.
 *
 * <p>A page names its source in the line above a block: {@code <!-- snippet: path/from/the/root#region -->} for what stands
 * between {@code // tag::region[]} and {@code // end::region[]} (the whole file without {@code #region}). After a wanted change
 * of a sample, run the samples with {@code -Dguide.update=true} and look at the difference.
 */
class GuideTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- snippet: ([^#\\n]+?)(?:#(\\S+))? -->\n)?```(\\w*)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            pages.filter(page -> page.toString().endsWith(".md"))
                                    .sorted())
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> a_block_of_the_guide_is_the_sample_that_it_names() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> check(page)));
    }

    @TestFactory
    Stream<DynamicTest> a_link_of_the_guide_leads_somewhere() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> {
                    Matcher link = LINK.matcher(Files.readString(page));
                    while (link.find()) {
                        assertThat(page.resolveSibling(link.group(1))).exists();
                    }
                }));
    }

    /** The consumers build that project, in an empty folder. So a reader who copies the page has the same. */
    @Test
    void the_page_on_getting_started_shows_each_file_of_the_project_that_is_built() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/getting-started.md"));
        Path project = ROOT.resolve("samples/consumers/getting-started");
        try (Stream<Path> files = Files.walk(project)) {
            List<Path> shown = files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("verify.groovy"))
                    .toList();
            assertThat(shown).hasSize(3).allSatisfy(file -> {
                String name = project.relativize(file).toString().replace('\\', '/');
                assertThat(page)
                        .contains("`" + name + "`\n")
                        .contains("<!-- snippet: samples/consumers/getting-started/" + name + " -->\n");
            });
        }
    }

    /** There is no Gradle here to build with. What can be checked is that both builds name the same. */
    @Test
    void the_gradle_build_names_the_artifacts_and_versions_of_the_maven_build() throws IOException {
        String maven = Files.readString(ROOT.resolve("samples/consumers/getting-started/pom.xml"));
        String gradle = Files.readString(ROOT.resolve("samples/consumers/gradle/build.gradle.kts"));
        Matcher dependency = Pattern.compile(
                        "<groupId>(.*?)</groupId>\\s*<artifactId>(.*?)</artifactId>\\s*<version>(.*?)</version>\\s*<scope>")
                .matcher(maven);
        List<String> named = new ArrayList<>();
        while (dependency.find()) {
            boolean junit = dependency.group(2).equals("junit-jupiter");
            named.add(
                    junit
                            ? "\"org.junit:junit-bom:" + dependency.group(3) + "\""
                            : "\"" + dependency.group(1) + ":" + dependency.group(2) + ":" + dependency.group(3)
                                    + "\"");
        }
        assertThat(named)
                .hasSize(3)
                .allSatisfy(coordinates -> assertThat(gradle).contains(coordinates));
    }

    private static void check(Path page) throws IOException {
        String text = Files.readString(page).replace("\r\n", "\n");
        List<String> untested = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        StringBuilder updated = new StringBuilder();
        while (block.find()) {
            String source = block.group(1);
            if (source == null && block.group(3).equals("java")) {
                untested.add(block.group(4));
            }
            String current = source == null
                    ? block.group()
                    : "<!-- snippet: " + source + (block.group(2) == null ? "" : "#" + block.group(2)) + " -->\n```"
                            + block.group(3) + "\n" + snippet(source, block.group(2)) + "```";
            block.appendReplacement(updated, Matcher.quoteReplacement(current));
        }
        block.appendTail(updated);
        assertThat(untested)
                .as("blocks of Java in %s that no test compiles; name their snippet in the line above", page)
                .isEmpty();
        if (Boolean.getBoolean("guide.update")) {
            Files.writeString(page, updated);
        } else {
            assertThat(text)
                    .as("%s; where the sample is right, run with -Dguide.update=true", page)
                    .isEqualTo(updated.toString());
        }
    }

    private static String snippet(String source, String region) throws IOException {
        Path file = ROOT.resolve(source);
        assertThat(file).exists();
        List<String> lines = Files.readAllLines(file);
        if (region != null) {
            int from = index(lines, "// tag::" + region + "[]", file);
            int to = index(lines, "// end::" + region + "[]", file);
            lines = lines.subList(from + 1, to);
        }
        return String.join("\n", lines).stripIndent().strip() + "\n";
    }

    private static int index(List<String> lines, String mark, Path file) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(mark)) {
                return i;
            }
        }
        throw new AssertionError(file + " has no line " + mark);
    }
}
