package io.github.asltestkit.report;

import io.github.asltestkit.internal.explore.ExplorationPart;
import io.github.asltestkit.internal.explore.JoinedExploration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A test as it has a page, or an exploration, of which several shards may have written a part each.
 *
 * @param test the test; of an exploration, what all the parts are together
 * @param parts what was written down: one, unless it is an exploration
 * @param exploration what the parts found out together; null if it is a test
 */
record ReportPage(
        RecordedTest test,
        List<RecordedTest> parts,
        @Nullable JoinedExploration exploration) {

    /** Whether it is made of parts that several JVMs wrote, or should have. */
    boolean isJoined() {
        return exploration != null && !part(parts.get(0)).isWhole();
    }

    /** The pages of tests, and of explorations with their parts joined; what was superseded is left out. */
    static List<ReportPage> of(Collection<RecordedTest> tests) {
        List<ReportPage> pages = new ArrayList<>();
        Map<String, List<RecordedTest>> explorations = new LinkedHashMap<>();
        for (RecordedTest test : tests) {
            if (test.isExploration()) {
                explorations
                        .computeIfAbsent(test.by().id(), added -> new ArrayList<>())
                        .add(test);
            } else {
                pages.add(new ReportPage(test, List.of(test), null));
            }
        }
        explorations.values().forEach(parts -> pages.add(joined(parts)));
        return pages;
    }

    /** A test may have explored something else before: the last part tells what counts. */
    private static ReportPage joined(List<RecordedTest> all) {
        RecordedTest last = all.stream().reduce(RecordedTest::later).orElseThrow();
        List<RecordedTest> parts = new ArrayList<>();
        for (RecordedTest one : all) {
            if (part(one).isOfSame(part(last))
                    && one.hits().keySet().equals(last.hits().keySet())) {
                parts.add(one);
            }
        }
        parts.sort(Comparator.comparingInt(one -> part(one).index()));
        JoinedExploration exploration =
                JoinedExploration.of(parts.stream().map(ReportPage::part).toList());
        TestedBy by = last.by();
        String broken = exploration.broken().stream()
                .map(ExplorationPart.Broken::rule)
                .findFirst()
                .orElse(null);
        RecordedTest together = new RecordedTest(
                new TestedBy(
                        by.id(),
                        by.group(),
                        by.name() + ": " + exploration.extent(),
                        failed(parts) || broken != null ? TestedBy.Status.FAILED : by.status(),
                        broken == null ? by.failure() : broken,
                        by.finishedMillis()),
                last.slug(),
                parts.stream()
                        .map(RecordedTest::error)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                parts.stream().mapToLong(RecordedTest::durationMillis).sum(),
                ended(parts),
                last.hits(),
                last.executions(),
                last.digest(),
                last.part());
        return new ReportPage(together, parts, exploration);
    }

    private static boolean failed(List<RecordedTest> parts) {
        return parts.stream().anyMatch(part -> part.by().status() == TestedBy.Status.FAILED);
    }

    private static ExplorationPart part(RecordedTest test) {
        return Objects.requireNonNull(test.part());
    }

    private static int[] ended(List<RecordedTest> parts) {
        Map<Integer, Integer> sums = new TreeMap<>();
        for (RecordedTest part : parts) {
            for (int i = 0; i + 1 < part.ended().length; i += 2) {
                sums.merge(part.ended()[i], part.ended()[i + 1], Integer::sum);
            }
        }
        return sums.entrySet().stream()
                .flatMapToInt(sum -> IntStream.of(sum.getKey(), sum.getValue()))
                .toArray();
    }
}
