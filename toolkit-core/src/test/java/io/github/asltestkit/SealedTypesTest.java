package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Java 17 has no switch over patterns, and a chain of {@code instanceof} forgets a kind that is added later. So whoever tells
 * most kinds of a sealed type apart uses its visitor, a method of its own, or a switch over an enum.
 */
class SealedTypesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.asltestkit");

    /** Interpreters of languages whose kinds of syntax are fixed: each has one method that knows them all. */
    private static final Pattern INTERPRETERS =
            Pattern.compile(".*\\.internal\\.(?:hcl\\..*|shape\\..*|parse\\.Terraform.*)");

    @Test
    void no_method_asks_for_the_kinds_of_a_sealed_type_one_by_one() {
        Set<String> chains = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (INTERPRETERS.matcher(type.getName()).matches()) {
                continue;
            }
            for (JavaCodeUnit method : type.getCodeUnits()) {
                kinds(method).forEach((parent, kinds) -> {
                    int all = parent.getPermittedSubclasses().length;
                    if (kinds.size() > 2 && 2 * kinds.size() > all) {
                        chains.add(type.getName() + "." + method.getName() + " asks for " + kinds + " of "
                                + parent.getSimpleName());
                    }
                });
            }
        }
        assertThat(chains).isEmpty();
    }

    private static Map<Class<?>, Set<String>> kinds(JavaCodeUnit method) {
        Map<Class<?>, Set<String>> kinds = new HashMap<>();
        for (InstanceofCheck check : method.getInstanceofChecks()) {
            JavaClass kind = check.getRawType();
            Stream.concat(kind.getRawInterfaces().stream(), kind.getRawSuperclass().stream())
                    .filter(SealedTypesTest::isSealed)
                    .forEach(parent -> kinds.computeIfAbsent(parent.reflect(), key -> new TreeSet<>())
                            .add(kind.getSimpleName()));
        }
        return kinds;
    }

    private static boolean isSealed(JavaClass type) {
        return type.getPackageName().startsWith("io.github.asltestkit")
                && type.reflect().isSealed();
    }
}
