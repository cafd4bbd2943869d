package io.github.asltestkit.junit;

/** Finds what a test class names. */
final class Resources {

    private Resources() {}

    /** The name from the root of the class path where the class's package has such a resource; else the name itself. */
    static String named(String name, Class<?> testClass) {
        if (name.startsWith("/")) {
            return name;
        }
        String local = testClass.getPackageName().replace('.', '/') + "/" + name;
        ClassLoader loader = testClass.getClassLoader();
        boolean isLocal = !testClass.getPackageName().isEmpty() && loader != null && loader.getResource(local) != null;
        return isLocal ? local : name;
    }
}
