package io.github.asltestkit;

import io.github.asltestkit.mock.FieldValidation;
import java.util.ArrayList;
import java.util.List;

/** The annotation of a generated class: where the definition is, and the options that are not the defaults. */
final class GeneratedAnnotation {
    private GeneratedAnnotation() {}

    static String of(StateMachine machine, HarnessOptions options) {
        HarnessOptions defaults = HarnessOptions.defaults().of(machine);
        List<String> attributes = new ArrayList<>();
        if (!options.start().equals(defaults.start())) {
            attributes.add("startInstant = \"" + options.start() + "\"");
        }
        if (options.seed() != defaults.seed()) {
            attributes.add("seed = " + options.seed() + "L");
        }
        if (!options.account().equals(defaults.account())) {
            attributes.add("account = \"" + options.account() + "\"");
        }
        if (!options.region().equals(defaults.region())) {
            attributes.add("region = \"" + options.region() + "\"");
        }
        if (options.fieldValidation() != FieldValidation.STRICT) {
            attributes.add("fieldValidation = io.github.asltestkit.mock.FieldValidation." + options.fieldValidation());
        }
        if (machine.type() == StateMachineType.EXPRESS) {
            attributes.add("type = io.github.asltestkit.StateMachineType.EXPRESS");
        }
        String file = machine.definition().source().name().replace("\\", "\\\\").replace("\"", "\\\"");
        if (attributes.isEmpty()) {
            return "StateMachineTest(\"" + file + "\")";
        }
        attributes.add(0, "value = \"" + file + "\"");
        return "StateMachineTest(" + String.join(", ", attributes) + ")";
    }
}
