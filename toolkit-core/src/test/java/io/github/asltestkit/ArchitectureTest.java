package io.github.asltestkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The package table and the laws of the engine, as ARCHITECTURE.md words them. */
class ArchitectureTest {

    private static final String ROOT = "io.github.asltestkit";

    /** Which packages each package may use, itself apart. The root package may use all, and nobody may use it. */
    private static final Map<String, List<String>> MAY_USE = table();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        table.put("diagnostic", List.of());
        table.put("time", List.of());
        table.put("history", List.of());
        table.put("internal.message", List.of());
        table.put("definition", List.of("diagnostic", "internal.model"));
        table.put("json", List.of("internal.model"));
        table.put("integration", List.of("time"));
        table.put("http", List.of("integration", "internal.json", "internal.spec"));
        table.put("s3", List.of("internal.io"));
        table.put(
                "mock",
                List.of(
                        "internal.io",
                        "integration",
                        "time",
                        "diagnostic",
                        "internal.message",
                        "internal.expression",
                        "internal.json",
                        "internal.spec",
                        "internal.model"));
        table.put("mock.lambda", List.of("integration"));
        table.put("inspection", List.of("history", "definition", "diagnostic", "internal.message", "internal.spec"));
        table.put(
                "coverage",
                List.of("inspection", "history", "definition", "diagnostic", "internal.message", "internal.spec"));
        table.put(
                "report",
                List.of(
                        "internal.io",
                        "coverage",
                        "inspection",
                        "history",
                        "definition",
                        "diagnostic",
                        "internal.message"));
        table.put(
                "replay",
                List.of("inspection", "history", "definition", "diagnostic", "integration", "internal.message"));
        table.put("internal.hcl", List.of());
        table.put("internal.parse", List.of("definition", "diagnostic", "internal.hcl", "internal.message"));
        table.put("internal.json", List.of());
        table.put("internal.spec", List.of());
        table.put("internal.io", List.of());
        table.put("internal.expression", List.of("internal.json", "internal.message", "internal.spec"));
        table.put(
                "internal.validate",
                List.of("definition", "diagnostic", "integration", "internal.expression", "internal.message"));
        table.put("internal.model", List.of("json", "integration", "internal.json", "internal.message"));
        table.put("internal.program", List.of("definition", "diagnostic", "integration", "internal.expression"));
        table.put("endpoint", List.of("integration", "time", "internal.endpoint"));
        table.put("endpoint.wiremock", List.of("endpoint", "internal.endpoint"));
        table.put("endpoint.awssdk", List.of("endpoint"));
        table.put("internal.endpoint", List.of("endpoint", "integration", "time"));
        table.put(
                "internal.api",
                List.of(
                        "internal.io",
                        "definition",
                        "diagnostic",
                        "integration",
                        "history",
                        "internal.execution",
                        "internal.program",
                        "internal.json"));
        table.put("internal.items", List.of("s3", "internal.program", "internal.json"));
        table.put("internal.schedule", List.of("time"));
        table.put(
                "internal.execution",
                List.of(
                        "definition",
                        "diagnostic",
                        "time",
                        "integration",
                        "history",
                        "internal.program",
                        "internal.expression",
                        "internal.json",
                        "internal.spec",
                        "internal.schedule",
                        "internal.items",
                        "s3",
                        "internal.message"));
        return table;
    }

    @TestFactory
    Stream<DynamicTest> a_package_uses_only_the_packages_that_the_table_allows() {
        return MAY_USE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(ROOT + "." + row.getKey() + "..")
                                .should()
                                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                                        .and(resideOutsideOfPackages(
                                                Stream.concat(Stream.of(row.getKey()), row.getValue().stream())
                                                        .map(name -> ROOT + "." + name + "..")
                                                        .toArray(String[]::new))))
                                .allowEmptyShould(true)
                                .check(CLASSES)));
    }

    @Test
    void every_package_stands_in_the_table() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(name -> assertThat(name)
                        .satisfiesAnyOf(
                                it -> assertThat(it).isEqualTo(ROOT),
                                it -> assertThat(MAY_USE.keySet())
                                        .anyMatch(row -> (it + ".").startsWith(ROOT + "." + row + "."))));
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
        // But for the endpoint's server: its clients are other threads and processes, and a poll waits for what they
        // do.
        neverUseOutside(
                "internal.endpoint",
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
    private static final Map<String, String> ALSO = Map.of(
            "software.amazon.awssdk..",
            "endpoint.awssdk",
            "com.github.tomakehurst..",
            "endpoint.wiremock",
            "tools.jackson..",
            "json");

    private static void fence(String library, String place) {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "." + place, ROOT + "." + ALSO.getOrDefault(library, place))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    private static void neverUse(String what, List<DescribedPredicate<JavaAccess<?>>> forbidden) {
        neverUseOutside("nowhere", what, forbidden);
    }

    private static void neverUseOutside(String place, String what, List<DescribedPredicate<JavaAccess<?>>> forbidden) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + place)
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
