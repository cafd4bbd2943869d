package io.github.asltestkit.commandline;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** An input that is given as JSON or as the name of a file. */
final class InputArgument {
    private InputArgument() {}

    /** The file, if there is one of that name, else the text itself. */
    static Object of(String given) {
        String text = given.strip();
        if (text.startsWith("{") || text.startsWith("[") || text.startsWith("\"")) {
            return given;
        }
        try {
            Path file = Path.of(given);
            if (Files.isRegularFile(file) || !isJson(text)) {
                return file;
            }
        } catch (InvalidPathException noFile) {
            return given;
        }
        return given;
    }

    private static boolean isJson(String text) {
        return text.equals("null") || text.equals("true") || text.equals("false") || text.matches("-?\\d+(\\.\\d+)?");
    }
}
