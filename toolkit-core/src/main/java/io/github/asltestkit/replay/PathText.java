package io.github.asltestkit.replay;

import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;

/** The path of an execution as a text to approve: a line for each stay in a state, those in branches indented. */
final class PathText {
    private final StringBuilder text = new StringBuilder();

    static String of(ExecutionInspection inspection) {
        PathText path = new PathText();
        path.line(inspection.root(), "");
        path.text.append(inspection.status());
        if (inspection.error() != null) {
            path.text.append(' ').append(inspection.error());
        }
        return path.text.append('\n').toString();
    }

    private void line(Branch line, String indent) {
        for (StateVisit visit : line.visits()) {
            text.append(indent).append(visit.name());
            if (visit.attempts().size() > 1) {
                text.append(" (").append(visit.attempts().size()).append(" attempts)");
            }
            if (visit.outcome() == VisitOutcome.CAUGHT) {
                text.append(" caught ").append(visit.error());
            }
            text.append('\n');
            for (Branch branch : visit.branches()) {
                text.append(indent)
                        .append("  [")
                        .append(branch.index())
                        .append("] ")
                        .append(branch.outcome());
                text.append('\n');
                line(branch, indent + "    ");
            }
        }
    }
}
