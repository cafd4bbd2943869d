package io.github.asltestkit.internal.validate;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;

/** The rules that there are, listed or not. */
final class RuleClasses {

    private RuleClasses() {}

    static List<String> names() {
        return new ClassFileImporter()
                .importPackagesOf(Rule.class).stream()
                        .filter(type -> type.isAssignableTo(Rule.class)
                                && !type.isInterface()
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getSimpleName)
                        .toList();
    }
}
