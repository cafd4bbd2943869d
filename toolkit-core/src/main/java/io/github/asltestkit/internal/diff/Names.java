package io.github.asltestkit.internal.diff;

import java.util.LinkedHashMap;
import java.util.Map;

/** The names of states that were renamed, from those of one definition to those of the other. */
record Names(Map<String, String> renamed) {
    static final Names ALIKE = new Names(Map.of());

    Names inverse() {
        Map<String, String> back = new LinkedHashMap<>();
        renamed.forEach((from, to) -> back.put(to, from));
        return new Names(back);
    }

    /** A path such as {@code ForEachOrder[3]/Charge}, with the other definition's names. */
    String path(String path) {
        if (renamed.isEmpty()) {
            return path;
        }
        StringBuilder text = new StringBuilder();
        for (String step : path.split("/", -1)) {
            int bracket = step.lastIndexOf('[');
            String name = bracket < 0 ? step : step.substring(0, bracket);
            text.append(text.length() == 0 ? "" : "/")
                    .append(renamed.getOrDefault(name, name))
                    .append(bracket < 0 ? "" : step.substring(bracket));
        }
        return text.toString();
    }
}
