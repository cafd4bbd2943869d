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
import org.junit.jupiter.api.Test;

/** The guide and the approved messages avoid phrases that nobody would say aloud; each has a plain one beside it. */
class PlainEnglishTest {
    private static final Path ROOT = Path.of("..");

    /** What nobody would say, and what to write instead. */
    private static final List<Phrase> PHRASES = List.of(
            new Phrase("\\bis none\\b", "is not one"),
            new Phrase("\\bare none\\b", "are not any"),
            new Phrase("\\bthere (?:is|are) none\\b", "if there is no ..."),
            new Phrase("\\bone that is no\\b", "one that is not a"),
            new Phrase("\\bwhat cannot be\\b", "impossible ..."),
            new Phrase("\\bgo(?:es)? before\\b", "overrides, comes first"),
            new Phrase("\\bleave (?:\\S+ ){0,2}away\\b", "remove"),
            new Phrase("\\bin whose fault\\b", "whose fault it was"),
            new Phrase("\\bstands?\\b", "is, appears, contains"),
            new Phrase("\\b(?:has come|came) about\\b", "has happened, holds"),
            new Phrase("\\botherwise than\\b", "not as"),
            new Phrase("(?<!there )\\bis no (?!longer|more|such|need)\\w+", "is not a ..."),
            new Phrase("\\banother (?:number|size) than\\b", "a different number than, not the expected number"),
            new Phrase("\\btells? (?:why|which|whether|who|how)\\b", "says"),
            new Phrase("\\bgo(?:es)? on (?:with|in|from|where)\\b", "continues"),
            new Phrase("\\bheld against\\b", "checked against, compared with"),
            new Phrase("\\bhand(?:s|ed)? in\\b", "pass"),
            new Phrase("\\bbut for\\b", "except"),
            new Phrase("\\banew\\b", "again"),
            new Phrase("\\b(?:comes of|became of|becomes of)\\b", "happens to"),
            new Phrase("\\brests? on\\b", "is based on"));

    private record Phrase(Pattern pattern, String instead) {
        Phrase(String pattern, String instead) {
            this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), instead);
        }
    }

    private static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>();
        for (String page : List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "AGENTS.md")) {
            texts.add(ROOT.resolve(page));
        }
        for (Path folder : List.of(ROOT.resolve("docs"), Path.of("src/failing/approved"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> file.toString().endsWith(".md")
                                || file.toString().endsWith(".txt"))
                        .sorted()
                        .forEach(texts::add);
            }
        }
        return texts;
    }

    @Test
    void nothing_is_said_that_nobody_would_say_aloud() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> texts = texts();
        for (Path text : texts) {
            int number = 0;
            for (String line : Files.readAllLines(text)) {
                number++;
                for (Phrase phrase : PHRASES) {
                    Matcher matcher = phrase.pattern().matcher(line);
                    if (matcher.find()) {
                        found.add(text.getFileName() + ":" + number + ": \"" + matcher.group() + "\"; write: "
                                + phrase.instead());
                    }
                }
            }
        }
        assertThat(texts).hasSizeGreaterThan(30);
        assertThat(found).isEmpty();
    }
}
