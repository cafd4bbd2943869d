package io.github.asltestkit.proof;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.proof.AnswerComparison;
import io.github.asltestkit.internal.proof.TreeDifferences;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What came of holding stays against AWS's answers. Immutable. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ProofResult {
    private final ProofFolder folder;
    private final int agreed;
    private final List<Stay> missing;
    private final List<Deviation> deviations;
    private final List<Stay> unprovable;

    /**
     * A stay about which AWS says something else than the toolkit.
     *
     * @param stay the stay
     * @param differences place by place; empty if AWS refused the request
     * @param refusal what AWS said if it refused the request, or null
     */
    public record Deviation(
            Stay stay,
            List<Difference> differences,
            @Nullable String refusal) {
        /** Keeps a copy. */
        public Deviation {
            differences = List.copyOf(differences);
        }

        static @Nullable Deviation of(Stay stay, JsonNode answer) {
            List<Difference> found = new ArrayList<>();
            new AnswerComparison(stay.fresh().uuids(), stay.fresh().instants())
                    .differences(stay.did(), answer, stay.open(), stay.placeholders())
                    .forEach(it -> found.add(new Difference(it.pointer(), it.left(), it.right())));
            return found.isEmpty() ? null : new Deviation(stay, found, null);
        }

        static Deviation refused(Stay stay, String refusal) {
            return new Deviation(stay, List.of(), refusal);
        }
    }

    /**
     * A place where both differ.
     *
     * @param pointer the JSON pointer into the answer of TestState, such as {@code /nextState} or {@code /output/total}
     * @param did what the toolkit did, as JSON text, or {@code (nothing)}
     * @param aws what AWS answers, as JSON text, or {@code (nothing)}
     */
    public record Difference(String pointer, String did, String aws) {
        /** What is shown for a value that only the other side has. */
        public static final String NOTHING = TreeDifferences.NOTHING;
    }

    ProofResult(ProofFolder folder, int agreed, List<Stay> missing, List<Deviation> deviations, List<Stay> unprovable) {
        this.folder = folder;
        this.agreed = agreed;
        this.missing = List.copyOf(missing);
        this.deviations = List.copyOf(deviations);
        this.unprovable = List.copyOf(unprovable);
    }

    /** Whether AWS has answered for each stay that it can be asked about, and says what the toolkit did. */
    public boolean isProven() {
        return missing.isEmpty() && deviations.isEmpty();
    }

    /** How many stays agree with AWS's answers. */
    public int agreed() {
        return agreed;
    }

    /** The stays that AWS was not asked about yet. */
    public List<Stay> missing() {
        return missing;
    }

    /** The stays about which AWS says something else. */
    public List<Deviation> deviations() {
        return deviations;
    }

    /** The stays that AWS cannot be asked about; each says why. */
    public List<Stay> unprovable() {
        return unprovable;
    }

    /** The same, without the stays that AWS was not asked about. */
    public ProofResult withoutMissing() {
        return new ProofResult(folder, agreed, List.of(), deviations, unprovable);
    }

    /** What is not proven, in words; empty if all is. The requests of what is shown are written to files, to be sent by hand. */
    public String message() {
        if (!deviations.isEmpty()) {
            return new DeviationMessage(folder, this).text();
        }
        return missing.isEmpty() ? "" : new MissingProofMessage(folder, this).text();
    }

    /**
     * Fails if a stay differs from AWS's answer, or if AWS was not asked about it.
     *
     * @throws AssertionError with the message
     */
    public void verify() {
        if (!isProven()) {
            throw new AssertionError(message());
        }
    }
}
