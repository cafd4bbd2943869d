package io.github.asltestkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The package table and the laws of the engine, as ARCHITECTURE.md words them. */
class ArchitectureTest {

    private static final String ROOT = "io.github.asltestkit";

    /** Which packages each package uses, itself apart. The root package may use all, and nobody may use it. */
    private static final Map<String, List<String>> USES = table();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        table.put("diagnostic", List.of("internal.message"));
        table.put("time", List.of());
        table.put("history", List.of("internal.json"));
        table.put("internal.message", List.of());
        table.put("internal.json", List.of("internal.message"));
        table.put("internal.io", List.of());
        table.put("internal.spec", List.of());
        table.put("internal.shard", List.of());
        table.put("definition", List.of("diagnostic", "internal.model"));
        table.put("json", List.of("internal.model"));
        table.put("integration", List.of("internal.io"));
        table.put("http", List.of("integration", "internal.json", "internal.spec"));
        table.put("s3", List.of("internal.io"));
        table.put(
                "mock",
                List.of(
                        "diagnostic",
                        "integration",
                        "internal.expression",
                        "internal.expression.jsonpath",
                        "internal.io",
                        "internal.json",
                        "internal.message",
                        "internal.model",
                        "internal.shape",
                        "internal.spec"));
        table.put("mock.lambda", List.of("integration", "internal.json", "internal.model"));
        table.put("inspection", List.of("definition", "history", "internal.message", "internal.spec"));
        table.put(
                "coverage",
                List.of(
                        "definition",
                        "diagnostic",
                        "history",
                        "inspection",
                        "internal.io",
                        "internal.message",
                        "internal.spec"));
        table.put(
                "internal.mutation",
                List.of("coverage", "definition", "diagnostic", "internal.message", "internal.spec"));
        table.put(
                "mutation",
                List.of(
                        "coverage",
                        "definition",
                        "diagnostic",
                        "internal.message",
                        "internal.mutation",
                        "internal.parse",
                        "internal.validate"));
        table.put(
                "report",
                List.of(
                        "coverage",
                        "definition",
                        "explore",
                        "history",
                        "inspection",
                        "internal.explore",
                        "internal.io",
                        "internal.message",
                        "mutation"));
        table.put(
                "replay",
                List.of(
                        "definition",
                        "diagnostic",
                        "history",
                        "inspection",
                        "integration",
                        "internal.awssdk",
                        "internal.message",
                        "internal.parse"));
        table.put(
                "proof",
                List.of(
                        "definition",
                        "diagnostic",
                        "history",
                        "inspection",
                        "integration",
                        "internal.io",
                        "internal.json",
                        "internal.message",
                        "internal.proof",
                        "internal.spec",
                        "mock"));
        table.put("proof.awssdk", List.of("internal.awssdk", "proof"));
        table.put("internal.proof", List.of("definition", "internal.io", "internal.json", "internal.message"));
        table.put("internal.awssdk", List.of());
        table.put("generate", List.of("coverage"));
        table.put(
                "internal.generate",
                List.of(
                        "coverage",
                        "definition",
                        "generate",
                        "history",
                        "inspection",
                        "integration",
                        "internal.expression.jsonata",
                        "internal.expression.jsonpath",
                        "internal.json",
                        "internal.message",
                        "internal.model",
                        "internal.shape",
                        "internal.spec",
                        "mock",
                        "s3"));
        table.put("explore", List.of("definition", "history", "inspection", "integration", "internal.spec", "mock"));
        table.put(
                "internal.explore",
                List.of(
                        "definition",
                        "diagnostic",
                        "explore",
                        "history",
                        "inspection",
                        "integration",
                        "internal.message",
                        "internal.schedule",
                        "internal.shard",
                        "internal.spec",
                        "mock",
                        "replay"));
        table.put("diff", List.of("explore", "history"));
        table.put(
                "internal.diff",
                List.of(
                        "definition",
                        "diagnostic",
                        "diff",
                        "explore",
                        "history",
                        "inspection",
                        "integration",
                        "internal.explore",
                        "internal.json",
                        "internal.message",
                        "internal.model",
                        "internal.shape",
                        "internal.spec",
                        "replay"));
        table.put("internal.hcl", List.of());
        table.put(
                "internal.parse",
                List.of(
                        "definition",
                        "diagnostic",
                        "internal.hcl",
                        "internal.json",
                        "internal.message",
                        "internal.spec"));
        table.put("internal.expression", List.of("internal.spec"));
        table.put("internal.expression.jsonpath", List.of("internal.expression", "internal.json", "internal.message"));
        table.put("internal.expression.jsonata", List.of("internal.expression", "internal.message"));
        table.put(
                "internal.validate",
                List.of(
                        "definition",
                        "diagnostic",
                        "integration",
                        "internal.expression",
                        "internal.expression.jsonata",
                        "internal.expression.jsonpath",
                        "internal.message",
                        "internal.model",
                        "internal.shape",
                        "internal.spec"));
        table.put(
                "internal.shape",
                List.of(
                        "definition",
                        "integration",
                        "internal.expression",
                        "internal.expression.jsonata",
                        "internal.expression.jsonpath",
                        "internal.message",
                        "internal.model",
                        "internal.spec"));
        table.put("internal.model", List.of("integration", "internal.json", "internal.message", "json"));
        table.put(
                "internal.program",
                List.of(
                        "definition",
                        "diagnostic",
                        "integration",
                        "internal.expression",
                        "internal.expression.jsonata",
                        "internal.expression.jsonpath",
                        "internal.spec"));
        table.put("endpoint", List.of("time"));
        table.put("endpoint.wiremock", List.of("endpoint", "internal.endpoint", "internal.endpoint.wiremock"));
        table.put("endpoint.awssdk", List.of("endpoint"));
        table.put("internal.endpoint", List.of("endpoint", "integration", "internal.json", "time"));
        table.put("internal.endpoint.wiremock", List.of("internal.endpoint"));
        table.put(
                "internal.api",
                List.of(
                        "definition",
                        "diagnostic",
                        "history",
                        "integration",
                        "internal.execution",
                        "internal.io",
                        "internal.json",
                        "internal.message",
                        "internal.program"));
        table.put("internal.items", List.of("internal.json", "internal.program", "s3"));
        table.put("internal.schedule", List.of());
        table.put(
                "internal.execution",
                List.of(
                        "definition",
                        "history",
                        "integration",
                        "internal.expression",
                        "internal.io",
                        "internal.items",
                        "internal.json",
                        "internal.message",
                        "internal.program",
                        "internal.schedule",
                        "internal.spec",
                        "s3"));
        return table;
    }

    /** Both ways: what a package uses is in its row, and what is in its row it uses. */
    @TestFactory
    Stream<DynamicTest> a_package_uses_the_packages_that_the_table_names() {
        return USES.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    Set<String> used = usedBy(ROOT + "." + row.getKey());
                    assertThat(row.getValue()).containsAll(used);
                    assertThat(used)
                            .containsAll(row.getValue().stream()
                                    .filter(name -> !name.equals(CONSTANTS))
                                    .toList());
                }));
    }

    /** The compiler copies constants into the classes that read them, so that no class file says who does. */
    private static final String CONSTANTS = "internal.spec";

    private static Set<String> usedBy(String packageName) {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().equals(packageName))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency ->
                        dependency.getTargetClass().getBaseComponentType().getPackageName())
                .filter(used -> (used + ".").startsWith(ROOT + ".") && !used.equals(packageName))
                .map(used -> used.equals(ROOT) ? "(root)" : used.substring(ROOT.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_package_stands_in_the_table() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals(ROOT))
                        .map(name -> name.substring(ROOT.length() + 1)))
                .containsAll(USES.keySet())
                .allMatch(USES::containsKey, "is a row of the table");
    }

    /** {@code json} is apart: its interfaces make the mappings of {@code internal.model}, which implement them. */
    @Test
    void no_packages_need_one_another() {
        SlicesRuleDefinition.slices()
                .matching("(io.github.asltestkit..)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAPackage(ROOT + ".json"), resideInAPackage(ROOT + ".internal.model"))
                .check(CLASSES);
    }

    /** The most classes that all need one another. This figure may only fall. */
    private static final int LARGEST_CIRCLE = 13;

    @Test
    void the_largest_circle_of_classes_does_not_grow() {
        assertThat(largestCircle()).isEqualTo(LARGEST_CIRCLE);
    }

    private static int largestCircle() {
        Map<String, Set<String>> uses = new HashMap<>();
        for (JavaClass type : CLASSES) {
            Set<String> used = uses.computeIfAbsent(file(type), name -> new HashSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> (target.getPackageName() + ".").startsWith(ROOT + "."))
                    .map(ArchitectureTest::file)
                    .forEach(used::add);
        }
        Map<String, Set<String>> reached = new HashMap<>();
        uses.keySet().forEach(name -> reached.put(name, reach(name, uses)));
        return uses.keySet().stream()
                .mapToInt(name -> (int) reached.get(name).stream()
                        .filter(other -> reached.getOrDefault(other, Set.of()).contains(name))
                        .count())
                .max()
                .orElse(0);
    }

    /** A class counts together with those within it. */
    private static String file(JavaClass type) {
        int nested = type.getName().indexOf('$');
        return nested < 0 ? type.getName() : type.getName().substring(0, nested);
    }

    private static Set<String> reach(String start, Map<String, Set<String>> uses) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(uses.get(start));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (reached.add(next)) {
                open.addAll(uses.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    @Test
    void every_package_is_null_marked() {
        JavaPackage root = CLASSES.getPackage(ROOT);
        assertThat(Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream())
                        .filter(it -> !it.getClasses().isEmpty()))
                .isNotEmpty()
                .allMatch(it -> it.isAnnotatedWith(NullMarked.class), "is annotated with @NullMarked");
    }

    @Test
    void nothing_reads_the_clock_of_the_machine() {
        neverUse(
                "the clock of the machine",
                List.of(
                        method("java.time.Instant", "now"),
                        method("java.time.LocalDate", "now"),
                        method("java.time.LocalTime", "now"),
                        method("java.time.LocalDateTime", "now"),
                        method("java.time.OffsetDateTime", "now"),
                        method("java.time.ZonedDateTime", "now"),
                        method("java.time.Year", "now"),
                        method("java.time.Clock", "systemUTC", "systemDefaultZone", "system", "tickMillis"),
                        method("java.time.InstantSource", "system"),
                        method("java.lang.System", "currentTimeMillis", "nanoTime"),
                        noArgumentConstructor("java.util.Date"),
                        method("java.util.Calendar", "getInstance")));
    }

    @Test
    void nothing_waits_in_real_time_and_nothing_starts_a_thread() {
        // But for the endpoint's server, whose clients are other threads and processes, and for the lock of a harness,
        // which lets a thread in that an answer seems to wait for.
        neverUseOutside(
                "internal.endpoint",
                "HarnessLock",
                "real time and threads",
                List.of(
                        method("java.lang.Thread", "sleep", "start", "<init>"),
                        method("java.lang.Object", "wait"),
                        method("java.util.concurrent.TimeUnit", "sleep"),
                        method("java.util.concurrent.locks.LockSupport", "park", "parkNanos", "parkUntil"),
                        method("java.util.concurrent.locks.Condition", "await", "awaitNanos", "awaitUntil"),
                        method("java.util.concurrent.CompletableFuture", "runAsync", "supplyAsync"),
                        ownedBy("java.util.concurrent.Executors"),
                        ownedBy("java.util.Timer")));
    }

    @Test
    void all_chance_comes_from_the_seed() {
        neverUse(
                "unseeded chance",
                List.of(
                        method("java.lang.Math", "random"),
                        method("java.util.UUID", "randomUUID"),
                        method("java.util.concurrent.ThreadLocalRandom", "current"),
                        noArgumentConstructor("java.util.Random"),
                        noArgumentConstructor("java.util.SplittableRandom"),
                        ownedBy("java.security.SecureRandom"),
                        describe(
                                "Collections.shuffle without a Random",
                                access -> isMember(access, "java.util.Collections", "shuffle")
                                        && parameters(access) == 1)));
    }

    @Test
    void no_static_field_can_change() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(
                        describe("holds state", type -> STATEFUL.stream().anyMatch(type::isAssignableTo)))
                .because("two harnesses share nothing mutable")
                .check(CLASSES);
    }

    private static final Set<Class<?>> STATEFUL = Set.of(
            java.util.concurrent.atomic.AtomicBoolean.class,
            java.util.concurrent.atomic.AtomicInteger.class,
            java.util.concurrent.atomic.AtomicLong.class,
            java.util.concurrent.atomic.AtomicReference.class,
            java.util.concurrent.ConcurrentMap.class,
            java.util.AbstractMap.class,
            java.util.AbstractCollection.class,
            java.util.Random.class,
            java.lang.ThreadLocal.class,
            java.lang.StringBuilder.class,
            java.util.concurrent.locks.Lock.class);

    @Test
    void what_is_internal_shows_in_no_public_signature() {
        classes()
                .that(describe("are public to users", ArchitectureTest::isPublicToUsers))
                .should(showNothingInternal())
                .check(CLASSES);
    }

    @Test
    void each_library_has_its_place() {
        fence("com.jayway.jsonpath..", "internal.expression.jsonpath..");
        fence("com.dashjoin..", "internal.expression.jsonata..");
        fence("org.snakeyaml..", "internal.parse..");
        fence("blue.strategic..", "internal.items..");
        fence("org.apache.parquet..", "internal.items..");
        fence("com.github.luben..", "internal.items..");
        fence("software.amazon.awssdk..", "internal.model..");
        fence("org.eclipse..", "report..");
        fence("tools.jackson..", "internal.model..");
    }

    @Test
    void the_endpoints_servers_have_their_places() {
        fence("com.github.tomakehurst..", "internal.endpoint.wiremock");
        fence("com.sun.net.httpserver..", "internal.endpoint");
    }

    @Test
    void the_core_knows_no_test_framework() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.junit..", "org.assertj..", "org.opentest4j..", "org.slf4j.."))
                .check(CLASSES);
    }

    /** The packages that users with a library load, besides the one inside that knows it. */
    private static final Map<String, List<String>> ALSO = Map.of(
            "software.amazon.awssdk..",
            List.of("endpoint.awssdk", "internal.awssdk", "proof.awssdk"),
            "com.github.tomakehurst..",
            List.of("endpoint.wiremock"),
            "tools.jackson..",
            List.of("json"));

    /** It names the SDK's client in one method, and is loaded without the SDK by whoever does not call that. */
    private static final String NAMES_THE_CLIENT = "Recording";

    private static void fence(String library, String place) {
        String[] places = Stream.concat(Stream.of(place), ALSO.getOrDefault(library, List.of()).stream())
                .map(name -> ROOT + "." + name)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(places)
                .and()
                .doNotHaveSimpleName(NAMES_THE_CLIENT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    private static void neverUse(String what, List<DescribedPredicate<JavaAccess<?>>> forbidden) {
        neverUseOutside("nowhere", "Nobody", what, forbidden);
    }

    private static void neverUseOutside(
            String place, String but, String what, List<DescribedPredicate<JavaAccess<?>>> forbidden) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + place)
                .and()
                .doNotHaveSimpleName(but)
                .should()
                .accessTargetWhere(describe(what, access -> forbidden.stream().anyMatch(it -> it.test(access))))
                .because("the same definition, script, input and seed give the same history on every machine");
        rule.check(CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> method(String owner, String... names) {
        return describe(owner, access -> isMember(access, owner, names));
    }

    private static DescribedPredicate<JavaAccess<?>> noArgumentConstructor(String owner) {
        return describe(owner, access -> isMember(access, owner, "<init>") && parameters(access) == 0);
    }

    private static DescribedPredicate<JavaAccess<?>> ownedBy(String owner) {
        return describe(owner, access -> access.getTargetOwner().isAssignableTo(owner));
    }

    private static boolean isMember(JavaAccess<?> access, String owner, String... names) {
        return access.getTargetOwner().isAssignableTo(owner) && List.of(names).contains(access.getName());
    }

    private static int parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                ? target.getRawParameterTypes().size()
                : 0;
    }

    private static boolean isPublicToUsers(JavaClass type) {
        return !type.getPackageName().startsWith(ROOT + ".internal")
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass()
                        .map(ArchitectureTest::isPublicToUsers)
                        .orElse(true);
    }

    private static ArchCondition<JavaClass> showNothingInternal() {
        return new ArchCondition<>("show nothing internal") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
                report(type.getDescription(), parents.flatMap(it -> it.getAllInvolvedRawTypes().stream()), events);
                type.getMembers().stream().filter(ArchitectureTest::isVisible).forEach(member -> {
                    report(member.getDescription(), member.getAllInvolvedRawTypes().stream(), events);
                    if (member instanceof JavaCodeUnit unit) {
                        Collection<JavaClass> thrown = unit.getExceptionTypes();
                        report(member.getDescription(), thrown.stream(), events);
                    }
                });
            }
        };
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static void report(String where, Stream<JavaClass> shown, ConditionEvents events) {
        shown.filter(it -> it.getPackageName().startsWith(ROOT + ".internal"))
                .forEach(it -> events.add(SimpleConditionEvent.violated(it, where + " shows " + it.getName())));
    }
}
