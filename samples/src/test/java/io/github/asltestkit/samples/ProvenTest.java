package io.github.asltestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.Execution;
import io.github.asltestkit.Replay;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.Stays;
import io.github.asltestkit.endpoint.awssdk.AwsClients;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.junit.ProvenOnAws;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.junit.StateMachineTestSupport;
import io.github.asltestkit.proof.ProofFolder;
import io.github.asltestkit.proof.ProofResult;
import io.github.asltestkit.proof.Prover;
import io.github.asltestkit.proof.Stay;
import io.github.asltestkit.proof.StayReader;
import io.github.asltestkit.proof.TestStateException;
import io.github.asltestkit.proof.awssdk.AwsTestState;
import io.github.asltestkit.replay.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Proofs on AWS. Nobody has an account here, so an endpoint of the toolkit is in AWS's place: what it proves is that TestState of the
 * toolkit says of each state what whole executions do.
 */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
public class ProvenTest {
    private static final String FOLDER = "target/proofs/order";
    private static final List<String> CREDENTIALS = List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.region");
    private static final StateMachineHarness AWS = StateMachineHarness.create(StateMachine.load("order.asl.json"));

    @TempDir
    private Path folder;

    // tag::proven[]
    @StateMachineTest("order.asl.json")
    @ProvenOnAws("target/proofs/order")
    static class Orders {
        @Test
        void a_busy_bank_is_asked_again(StateMachineHarness harness) {
            harness.mockLambda("charge-card").fails("Bank.Busy", "try later").thenReturns("{\"receipt\": \"r-1\"}");
            harness.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");

            harness.run("{\"order\": 7, \"total\": 129.90}");
        }
    }
    // end::proven[]

    @BeforeAll
    static void credentials() {
        CREDENTIALS.forEach(name -> System.setProperty(name, "us-east-1"));
    }

    @AfterAll
    static void close() {
        CREDENTIALS.forEach(System::clearProperty);
        AWS.close();
    }

    @Test
    void what_was_proven_once_is_checked_without_aws() throws IOException {
        delete(Path.of(FOLDER));
        assertThat(run(Orders.class, Map.of()).getTestsFailedCount()).isEqualTo(1);

        assertThat(run(Orders.class, proving()).getTotalFailureCount()).isZero();

        assertThat(run(Orders.class, Map.of()).getTotalFailureCount()).isZero();
    }

    // tag::without-junit[]
    @Test
    void a_proof_needs_no_annotation() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.load("order.asl.json"));
        harness.mockLambda("charge-card").fails("Payment.Declined", "no funds");
        Execution execution = harness.run("{\"order\": 7, \"total\": 129.90}");

        ProofFolder proofs = ProofFolder.at(folder);
        try (AwsTestState aws = AwsTestState.create(AWS.endpoint().uri())) { // null: the region's own address
            new Prover(aws, pause -> {}) // waits between two requests: Thread.sleep, say
                    .prove(proofs, Stays.of(execution), count -> {})
                    .verify();
        }

        proofs.check(Stays.of(execution)).verify();
    }
    // end::without-junit[]

    /** What an account ran is here what a harness ran, behind its endpoint. */
    @Test
    void an_execution_of_the_account_becomes_a_replay() {
        StateMachineHarness account = StateMachineHarness.create(StateMachine.load("order.asl.json"));
        account.mockLambda("charge-card").fails("Payment.Declined", "no funds");
        String executionArn = account.run("{\"order\": 7, \"total\": 129.90}").arn();
        try (SfnClient client =
                AwsClients.connect(SfnClient.builder(), account.endpoint()).build()) {
            // tag::fetch[]
            Recording recording = Recording.fetch(client, executionArn); // client: SfnClient.create()
            Replay.of(StateMachine.load("order.asl.json"), recording).verify();
            // end::fetch[]
            assertThat(recording.isComplete()).isTrue();
        }
        account.close();
    }

    // ---- all samples -----------------------------------------------------------------------------------------

    /** A launcher takes it along: collects the stays of every execution of a test, its child executions included. */
    public static final class AsksAboutAll implements AfterEachCallback {
        static final List<Stay> STAYS = new ArrayList<>();
        private static final StayReader READER = new StayReader();

        @Override
        public void afterEach(ExtensionContext context) {
            if (context.getExecutionException().isEmpty()
                    && AnnotationSupport.isAnnotated(context.getRequiredTestClass(), StateMachineTest.class)) {
                for (Execution execution :
                        StateMachineTestSupport.harness(context).executions()) {
                    Stays.of(execution, READER)
                            .forEach(stay -> STAYS.add(stay.in(
                                    context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName())));
                }
            }
        }
    }

    @Test
    void every_state_of_every_sample_does_alone_what_it_does_in_an_execution() {
        List<Class<?>> samples = ReflectionSupport.findAllClassesInPackage(
                "io.github.asltestkit.samples",
                type -> AnnotationSupport.isAnnotated(type, StateMachineTest.class) && type.getEnclosingClass() == null,
                name -> !name.contains(".failing."));
        AsksAboutAll.STAYS.clear();
        TestExecutionSummary summary = run(
                samples,
                Map.of(
                        "junit.jupiter.extensions.autodetection.enabled",
                        "true",
                        "junit.jupiter.extensions.autodetection.include",
                        AsksAboutAll.class.getName()));
        List<Stay> stays = List.copyOf(AsksAboutAll.STAYS);

        ProofResult result = new Prover(ProvenTest::ownTestState, pause -> {})
                .withMaxRequests(10_000)
                .prove(ProofFolder.at(folder), stays, count -> System.out.println("all samples: " + count));
        Map<String, Long> why = new TreeMap<>();
        result.unprovable().forEach(stay -> why.merge(String.valueOf(stay.unprovable()), 1L, Long::sum));
        System.out.println("all samples: " + samples.size() + " classes, " + summary.getTestsFoundCount() + " tests, "
                + stays.size() + " stays, " + result.agreed() + " agree, not provable " + why);

        assertThat(summary.getTestsFailedCount()).isZero();
        assertThat(result.message()).isEmpty();
        assertThat(result.agreed()).isGreaterThan(300);
        assertThat(result.unprovable().size()).isLessThan(stays.size() / 10);
    }

    /** The endpoint's API, without the way over HTTP. */
    private static JsonNode ownTestState(JsonNode request) {
        try {
            return AWS.api().call("TestState", request);
        } catch (StepFunctionsException refused) {
            throw new TestStateException(
                    TestStateException.Kind.REFUSED, String.valueOf(refused.getMessage()), refused);
        }
    }

    // ---- helpers ---------------------------------------------------------------------------------------------

    private static Map<String, String> proving() {
        return Map.of(
                "asl.testkit.prove",
                "true",
                "asl.testkit.prove.endpoint",
                AWS.endpoint().uri().toString(),
                "asl.testkit.prove.requestsPerSecond",
                "1000");
    }

    private static TestExecutionSummary run(Class<?> test, Map<String, String> parameters) {
        return run(List.of(test), parameters);
    }

    private static TestExecutionSummary run(List<Class<?>> tests, Map<String, String> parameters) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameter("asl.testkit.report.enabled", "false")
                .configurationParameters(parameters);
        tests.forEach(test -> request.selectors(selectClass(test)));
        LauncherFactory.create().execute(request.build(), listener);
        return listener.getSummary();
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
