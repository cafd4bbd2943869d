package io.github.asltestkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.asltestkit.Execution;
import io.github.asltestkit.Stays;
import io.github.asltestkit.proof.OwnTestState;
import io.github.asltestkit.proof.ProofFolder;
import io.github.asltestkit.proof.ProofResult;
import io.github.asltestkit.proof.Prover;
import io.github.asltestkit.proof.Stay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The toolkit's own TestState as AWS: it says of each stay of each recorded execution what the execution did. */
class ProofConformanceTest {
    private static final Set<String> KINDS = Set.of("execution", "express-sync", "express-async", "mocked-execution");

    @TempDir
    private Path folder;

    @Test
    void no_stay_of_a_recorded_execution_differs_from_the_state_alone() {
        Map<String, String> deviations = new TreeMap<>();
        Map<String, Integer> unprovable = new TreeMap<>();
        int agreed = 0;
        int executions = 0;
        ProofFolder proofs = ProofFolder.at(folder).withRequestsIn(folder.resolve("requests"));
        Prover prover = new Prover(new OwnTestState(ExecutionCaseRunner.OPTIONS), wait -> {}).withMaxRequests(100_000);
        for (ConformanceCase one : cases()) {
            Execution execution = ExecutionCaseRunner.execute(one, new CaseNormalizer(one));
            List<Stay> stays = Stays.of(execution);
            ProofResult result = prover.prove(proofs, stays, count -> {});
            executions++;
            agreed += result.agreed();
            assertThat(result.missing()).isEmpty();
            if (!result.isProven()) {
                deviations.put(one.id(), result.message());
            }
            result.unprovable().forEach(stay -> unprovable.merge(String.valueOf(stay.unprovable()), 1, Integer::sum));
        }
        System.out.println("proof: " + executions + " executions, " + agreed + " stays agree, " + deviations.size()
                + " executions differ, not provable " + unprovable);
        assertThat(deviations.values()).isEmpty();
        assertThat(agreed).isGreaterThan(executions);
    }

    private static List<ConformanceCase> cases() {
        Path recordings = CaseFolder.find();
        assumeTrue(Files.isDirectory(recordings), () -> "There are no recordings at " + recordings);
        return ConformanceCase.readAll(recordings).stream()
                .filter(one -> KINDS.contains(one.kind()))
                .toList();
    }
}
