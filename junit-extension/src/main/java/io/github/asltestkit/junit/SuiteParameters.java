package io.github.asltestkit.junit;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The configuration parameters of the suites of a plan. JUnit hands them to the suite's tests alone, so they are read from the
 * annotations; by their names, because the suites' API is optional.
 */
final class SuiteParameters {
    private static final String ENGINE = "junit-platform-suite";
    private static final String API = "org.junit.platform.suite.api.";

    private SuiteParameters() {}

    /** Those of each suite that says something about a name. */
    static List<Map<String, String>> saying(String name, TestPlan plan) {
        List<Map<String, String>> suites = new ArrayList<>();
        for (TestIdentifier root : plan.getRoots()) {
            if (UniqueId.parse(root.getUniqueId())
                    .getEngineId()
                    .filter(ENGINE::equals)
                    .isPresent()) {
                for (TestIdentifier suite : plan.getDescendants(root)) {
                    if (suite.getSource().orElse(null) instanceof ClassSource source) {
                        Map<String, String> parameters = of(source);
                        if (parameters.containsKey(name)) {
                            suites.add(parameters);
                        }
                    }
                }
            }
        }
        return suites;
    }

    private static Map<String, String> of(ClassSource source) {
        Map<String, String> parameters = new LinkedHashMap<>();
        try {
            for (Annotation annotation : source.getJavaClass().getAnnotations()) {
                String name = annotation.annotationType().getName();
                if (name.equals(API + "ConfigurationParameter")) {
                    add(annotation, parameters);
                } else if (name.equals(API + "ConfigurationParameters")) {
                    for (Annotation each : (Annotation[]) value(annotation, "value")) {
                        add(each, parameters);
                    }
                }
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unreadable) {
            return Map.of(); // a class of a loader that JUnit's listeners do not reach
        }
        return parameters;
    }

    private static void add(Annotation parameter, Map<String, String> to) throws ReflectiveOperationException {
        to.put((String) value(parameter, "key"), (String) value(parameter, "value"));
    }

    private static Object value(Annotation annotation, String attribute) throws ReflectiveOperationException {
        return annotation.annotationType().getMethod(attribute).invoke(annotation);
    }
}
