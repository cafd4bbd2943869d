package io.github.asltestkit.proof;

import io.github.asltestkit.internal.message.Facts;
import io.github.asltestkit.internal.message.FirstDifference;
import io.github.asltestkit.internal.message.SideBySide;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.proof.ProofResult.Deviation;
import io.github.asltestkit.proof.ProofResult.Difference;
import java.nio.file.Path;
import java.util.List;

/** AWS does otherwise than the toolkit did. */
final class DeviationMessage {
    private static final int DIFFERENCES = 8;
    private static final int STAYS = 3;

    /** How much of a long text is shown before the first difference. */
    private static final int BEFORE = 12;

    /** What a line of the table has beside two values and a mark. */
    private static final int AROUND = 14;

    /** The most characters of a place. */
    private static final int PLACE = 60;

    private final ProofFolder folder;
    private final ProofResult result;

    DeviationMessage(ProofFolder folder, ProofResult result) {
        this.folder = folder;
        this.result = result;
    }

    String text() {
        List<Deviation> all = result.deviations();
        int others = result.agreed() + result.missing().size();
        StringBuilder text = new StringBuilder();
        text.append(String.join("\n", Text.wrap(verdict(all, others), Text.WIDTH)))
                .append('\n');
        for (Deviation deviation : all.subList(0, Math.min(STAYS, all.size()))) {
            text.append('\n');
            deviation(text, deviation);
        }
        if (all.size() > STAYS) {
            text.append("\n  and ").append(all.size() - STAYS).append(" more\n");
        }
        text.append('\n').append(advice(all.get(0)));
        return text.toString();
    }

    private static String verdict(List<Deviation> all, int others) {
        Deviation first = all.get(0);
        if (all.size() == 1 && first.refusal() != null) {
            return "AWS refuses to test the state " + first.stay() + " with what it was given here.";
        }
        return "AWS does not do what the toolkit did in "
                + (all.size() == 1
                        ? "the state " + first.stay()
                        : all.size() + " of " + (all.size() + others) + " states")
                + ".";
    }

    private void deviation(StringBuilder text, Deviation deviation) {
        Facts facts = new Facts();
        if (deviation.refusal() == null) {
            SideBySide table = new SideBySide("the toolkit", "AWS");
            List<Difference> differences = deviation.differences();
            for (Difference difference : differences.subList(0, Math.min(DIFFERENCES, differences.size()))) {
                row(table, difference);
            }
            if (differences.size() > DIFFERENCES) {
                table.row("... " + (differences.size() - DIFFERENCES) + " more", "...");
            }
            text.append(table.text()).append('\n');
        } else {
            facts.wrapped("AWS says", deviation.refusal());
        }
        Stay stay = deviation.stay();
        facts.cut("state", stay.toString());
        if (stay.test() != null) {
            facts.cut("in", stay.test());
        }
        if (stay.location() != null) {
            facts.whole("at", stay.location().toString());
        }
        if (deviation.refusal() == null) {
            facts.whole("proof", shown(folder.file(stay)));
        }
        Path request = folder.writeRequest(stay);
        if (request != null) {
            facts.whole("ask", "aws stepfunctions test-state --cli-input-json file://" + shown(request));
        }
        text.append(facts.text());
    }

    private static String advice(Deviation deviation) {
        String said = deviation.refusal() == null
                ? "Ask AWS again with the command above. If it answers otherwise now, delete the proof and prove the test"
                        + " again. If not, the toolkit is wrong about this state: please report it, with the proof."
                : "Correct the mock or the definition. A mock may switch the check of its fields off with"
                        + " withFieldValidation(FieldValidation.NONE).";
        return "  " + String.join("\n  ", Text.wrap(said, Text.WIDTH - 2));
    }

    /** Long values are shown from a little before their first difference on. */
    private static void row(SideBySide table, Difference difference) {
        String mark = "at " + tail(difference.pointer());
        int room = Math.min(SideBySide.COLUMN, (Text.WIDTH - AROUND - mark.length()) / 2);
        String did = difference.did();
        String aws = difference.aws();
        int from = Math.max(did.length(), aws.length()) > room ? FirstDifference.index(did, aws) - BEFORE : 0;
        table.row(Text.cut(part(did, from), room), Text.cut(part(aws, from), room), mark);
    }

    private static String part(String text, int from) {
        return from <= 0 ? text : "... " + text.substring(Math.min(from, text.length()));
    }

    private static String tail(String pointer) {
        return pointer.length() <= PLACE ? pointer : "..." + pointer.substring(pointer.length() - PLACE + 3);
    }

    static String shown(Path path) {
        return Text.ascii(path.toString().replace('\\', '/'));
    }
}
