package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachine;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The machines of a test, each loaded once for the class or method that names it. */
final class Machines {
    private static final String FURTHER = "@FurtherMachine";

    /** Keeps apart what classes within one another name: a store also finds what the stores around it hold. */
    private record Key(String annotated, int index) {}

    private Machines() {}

    /** The machine under test. */
    static StateMachine underTest(ExtensionContext context) {
        Settings settings = Settings.of(context);
        ExtensionContext at = settings.annotated();
        return Stores.findOrMake(
                at, StateMachine.class, new Key(at.getUniqueId(), -1), () -> Mutated.of(at, settings.load()));
    }

    /** The further machines by name, those of the outermost class first. */
    static Map<String, StateMachine> further(ExtensionContext context) {
        Deque<ExtensionContext> inward = new ArrayDeque<>();
        Set<AnnotatedElement> seen = new HashSet<>();
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.get().getParent()) {
            if (at.get().getElement().filter(seen::add).isPresent()) {
                inward.addFirst(at.get());
            }
        }
        Map<String, StateMachine> machines = new LinkedHashMap<>();
        for (ExtensionContext at : inward) {
            machines.putAll(named(at));
        }
        String underTest = underTest(context).name();
        if (machines.containsKey(underTest)) {
            throw Settings.refuse(
                    FURTHER,
                    context,
                    "has the name " + underTest
                            + ", as the machine under test does: give it another with name = \"...\"");
        }
        return machines;
    }

    private static Map<String, StateMachine> named(ExtensionContext at) {
        List<FurtherMachine> annotations =
                new ArrayList<>(AnnotationSupport.findRepeatableAnnotations(at.getElement(), FurtherMachine.class));
        Map<String, StateMachine> machines = new LinkedHashMap<>();
        for (int i = 0; i < annotations.size(); i++) {
            FurtherMachine annotation = annotations.get(i);
            StateMachine machine =
                    Stores.findOrMake(at, StateMachine.class, new Key(at.getUniqueId(), i), () -> load(annotation, at));
            if (machines.put(machine.name(), machine) != null) {
                throw Settings.refuse(
                        FURTHER,
                        at,
                        "two have the name " + machine.name() + ": give one of them another with name = \"...\"");
            }
        }
        return machines;
    }

    private static StateMachine load(FurtherMachine annotation, ExtensionContext at) {
        StateMachine machine = new DefinitionPlace(
                        FURTHER,
                        at,
                        annotation.value(),
                        annotation.definition(),
                        annotation.logicalId(),
                        List.of(annotation.substitutions()),
                        List.of(annotation.substitutionFiles()),
                        "",
                        List.of(annotation.type()))
                .load();
        StateMachine named = annotation.name().isEmpty() ? machine : machine.withName(annotation.name());
        return Mutated.of(at, named);
    }
}
