package io.github.asltestkit.junit;

import java.util.List;

/** The timelines of the executions of a failed test. */
final class ExecutionTimelines extends FailureNote {
    private static final long serialVersionUID = 1L;

    /** Of a longer timeline, the beginning and the end; the file has all of it. */
    private static final int MOST_LINES = 100;

    private static final int LINES_AT_THE_END = 40;

    ExecutionTimelines(List<String> timelines, int more) {
        super(text(timelines, more));
    }

    private static String text(List<String> timelines, int more) {
        StringBuilder text = new StringBuilder(timelines.size() == 1 ? "the timeline:" : "the timelines:");
        for (String timeline : timelines) {
            text.append("\n\n");
            List<String> lines = timeline.lines().toList();
            if (lines.size() <= MOST_LINES) {
                text.append(String.join("\n", lines));
            } else {
                text.append(String.join("\n", lines.subList(0, MOST_LINES - LINES_AT_THE_END)))
                        .append("\n  ... ")
                        .append(lines.size() - MOST_LINES)
                        .append(" lines left out ...\n")
                        .append(String.join("\n", lines.subList(lines.size() - LINES_AT_THE_END, lines.size())));
            }
        }
        return text.append(more == 0 ? "" : "\n\nand " + more + " more executions")
                .append('\n')
                .toString();
    }
}
