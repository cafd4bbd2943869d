package io.github.asltestkit.internal.generate;

import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.generate.GeneratedTests;
import io.github.asltestkit.generate.Unreached;
import io.github.asltestkit.internal.message.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** The tests that a search found. */
public final class FoundTests implements GeneratedTests {
    private static final Pattern GENERATED = Pattern.compile(Pattern.quote(JavaSource.HEADER) + ".*");

    private final Definition definition;
    private final DefinitionOutline outline;
    private final String annotation;
    private final List<JavaSource.Named> tests;
    private final BitSet taken;
    private final List<Unreached> unreached;
    private final List<String> boundsHit;
    private final int runs;

    private FoundTests(
            Definition definition,
            DefinitionOutline outline,
            String annotation,
            List<JavaSource.Named> tests,
            BitSet taken,
            List<Unreached> unreached,
            List<String> boundsHit,
            int runs) {
        this.definition = definition;
        this.outline = outline;
        this.annotation = annotation;
        this.tests = tests;
        this.taken = taken;
        this.unreached = unreached;
        this.boundsHit = boundsHit;
        this.runs = runs;
    }

    /**
     * The tests that take what a search reached.
     *
     * @param annotation the annotation that says where the definition is, without its {@code @}
     */
    public static FoundTests of(Reached reached, String annotation) {
        Suite suite = new Suite(reached);
        TestNames names = new TestNames();
        List<JavaSource.Named> tests = new ArrayList<>();
        Set<Object> told = new HashSet<>();
        BitSet taken = (BitSet) reached.already().clone();
        for (Suite.Chosen chosen : suite.choose()) {
            tests.add(new JavaSource.Named(names.of(chosen), chosen.ran(), Seen.of(chosen.ran(), told)));
            taken.or(chosen.ran().taken());
        }
        return new FoundTests(
                reached.world().definition(),
                reached.outline(),
                annotation,
                List.copyOf(tests),
                taken,
                reached.unreached(),
                reached.boundsHit(),
                reached.runs() + suite.runs());
    }

    @Override
    public List<String> names() {
        return tests.stream().map(JavaSource.Named::name).toList();
    }

    @Override
    public DefinitionCoverage coverage() {
        long[] hits = new long[outline.items().size()];
        taken.stream().forEach(item -> hits[item] = 1);
        return new DefinitionCoverage(outline, hits);
    }

    @Override
    public List<Unreached> unreached() {
        return unreached;
    }

    @Override
    public List<String> boundsHit() {
        return boundsHit;
    }

    @Override
    public int runs() {
        return runs;
    }

    /** The scenarios of the tests, in their order. */
    public List<Scenario> scenarios() {
        return tests.stream().map(test -> test.ran().scenario()).toList();
    }

    // ---- Java --------------------------------------------------------------------------------------------------

    @Override
    public String source(String className) {
        if (!SourceVersion.isName(className)) {
            throw new IllegalArgumentException("\"" + className
                    + "\" is not the full name of a class: write one such as com.example.OrderPathsTest");
        }
        return new JavaSource(definition, annotation).write(className, tests);
    }

    @Override
    public boolean writeTo(Path folder, String className) {
        String source = source(className);
        return Boolean.getBoolean(WRITE) && write(folder, className, source);
    }

    @Override
    public boolean writeAnywayTo(Path folder, String className) {
        return write(folder, className, source(className));
    }

    private boolean write(Path folder, String className, String source) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("There is no folder " + folder + " to write " + className + " to");
        }
        if (tests.isEmpty()) {
            throw new IllegalStateException("There is no test to write: " + outline.name()
                    + " has nothing that a test could take and no other takes");
        }
        try {
            Path file = inside(folder.toRealPath(), folder.resolve(className.replace('.', '/') + ".java"));
            if (Files.exists(file)) {
                String there = Files.readString(file, StandardCharsets.UTF_8);
                if (!GENERATED.matcher(there.lines().findFirst().orElse("")).matches()) {
                    throw new IllegalStateException("The toolkit did not generate " + file
                            + ": its first line does not begin with \"" + JavaSource.HEADER.strip()
                            + "\". Choose another name, or delete the file.");
                }
                if (there.equals(source)) {
                    return false;
                }
            }
            Files.writeString(file, source, StandardCharsets.UTF_8);
            return true;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(className + " cannot be written to " + folder, unwritable);
        }
    }

    /** The file, in folders that are made here, none of which leads out of the folder of sources. */
    private static Path inside(Path folder, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Path there = parent;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        boolean leaves = there == null || !there.toRealPath().startsWith(folder);
        if (leaves || parent == null || Files.isSymbolicLink(file)) {
            throw new IllegalStateException(file + " is not within " + folder + ": nothing was written");
        }
        Files.createDirectories(parent);
        return file;
    }

    // ---- summary -----------------------------------------------------------------------------------------------

    @Override
    public String summary() {
        StringBuilder text = new StringBuilder();
        text.append(outline.name()).append(": ").append(tests.size()).append(tests.size() == 1 ? " test" : " tests");
        text.append(tests.size() == 1 ? " takes " : " take ")
                .append(taken.cardinality())
                .append(" of ");
        text.append(outline.items().size()).append(" coverage items\n");
        for (JavaSource.Named test : tests) {
            text.append("  ").append(test.name()).append('\n');
        }
        if (!unreached.isEmpty()) {
            text.append("not reached:\n");
            for (Unreached item : unreached) {
                text.append(Text.cut(line(item), Text.WIDTH)).append('\n');
                text.append(Text.cut("      " + item.reason(), Text.WIDTH)).append('\n');
            }
        }
        for (String bound : boundsHit) {
            text.append(Text.cut("bound: " + bound, Text.WIDTH)).append('\n');
        }
        return text.toString();
    }

    private static String line(Unreached item) {
        return "  " + item.item().line() + ":" + item.item().column() + "  "
                + item.item().missed();
    }

    /** The tests. */
    List<JavaSource.Named> tests() {
        return tests;
    }

    @Override
    public String toString() {
        return summary();
    }
}
