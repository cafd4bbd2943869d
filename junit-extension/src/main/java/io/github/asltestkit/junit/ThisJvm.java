package io.github.asltestkit.junit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks files with the JVM that writes them. The mark is the same in every class loader of a JVM, so that the listener of the
 * session finds what tests wrote which a framework loaded with a class loader of its own; no other JVM has it.
 */
final class ThisJvm {
    private static final Pattern MARK = Pattern.compile("(\\d+)-(\\d+)-.*");

    private ThisJvm() {}

    /** What the names of this JVM's files begin with: its process, and when that started. */
    static String mark() {
        return mark(ProcessHandle.current());
    }

    private static String mark(ProcessHandle process) {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return process.pid() + "-" + started + "-";
    }

    static boolean wrote(Path file) {
        return name(file).startsWith(mark());
    }

    /** Whether the JVM that writes a file is another one, on this machine, and still runs. */
    static boolean isOfAnotherThatRuns(Path file) {
        Matcher marked = MARK.matcher(name(file));
        if (!marked.matches() || wrote(file)) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(marked.group(1)));
        return process.isPresent() && name(file).startsWith(mark(process.get()));
    }

    /** Whether the JVM that wrote a file was another one on this machine, and no longer runs. */
    static boolean isOfOneThatDied(Path file) {
        return MARK.matcher(name(file)).matches() && !wrote(file) && !isOfAnotherThatRuns(file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
