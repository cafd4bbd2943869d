package io.github.asltestkit.explore;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void smoke() {
        for (String f : new String[] {"order", "run-a-job", "publish-video"}) {
            StateMachine m = StateMachine.load("../samples/src/test/resources/" + f + ".asl.json");
            StateMachineHarness h = StateMachineHarness.create(m);
            if (f.equals("order")) {
                h.mock("ChargeCard").returns("{\"Payload\":{\"receipt\": \"r-1\"}}");
                h.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");
            } else if (f.equals("run-a-job")) {
                h.mock("Submit Batch job").jobSucceedsAfter(Duration.ofHours(6), "{\"Status\": \"SUCCEEDED\"}");
            } else {
                h.mock("Render").jobSucceedsAfter(Duration.ofHours(6), "{\"location\": \"s3\"}");
                h.mock("Check rights").returnsAfter(Duration.ofSeconds(3), "{\"Payload\":{\"licence\": \"l\"}}");
            }
            Exploration e = h.explore("{\"order\": 7, \"total\": 1}").failures(2).lostResponses();
            ExplorationResult r = e.result();
            System.out.println(r.table());
            r.runs().stream().limit(40).forEach(x -> System.out.println(x + "  " + x.elapsed() + (x.waitsForTheQuota() ? " QUOTA" : "") + " jobs" + x.jobsLeftRunning().size() + " tok" + x.tokensLeftWaiting().size() + " " + x.calls().ofState(f.equals("order") ? "ChargeCard" : "Render").succeeded()));
            System.out.println(r.asTest(r.runs().get(3)));
            h.mocks().verifyAllUsed();
        }
    }
}
