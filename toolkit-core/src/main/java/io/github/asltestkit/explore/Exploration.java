package io.github.asltestkit.explore;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * Runs every variation of one script within a bound: each call with each fault that AWS could give it, once and always.
 * {@code harness.explore(input)} makes it; the methods that say what to vary give a changed copy. Nothing runs before it is
 * asked about, and then it runs once.
 *
 * @see Fault.Kind
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Exploration {

    /**
     * Up to so many faults in one run; 1 if nothing is said.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    Exploration failures(int most);

    /** A response may be lost as well: the call has its effect, and the state sees an error. */
    Exploration lostResponses();

    /**
     * What AWS does at least once may be done twice as well: a Lambda function in process is called a second time for one call.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Execution guarantees</a>
     */
    Exploration duplicates();

    /**
     * Lines of states (the machine, branches, iterations) that can go on at the same instant do so in every order that can make
     * a difference. Branches share no data, so an order matters by what has been called when a failure or a deadline ends
     * other lines, by answers that depend on the calls before them, and between the calls of states that you name. Where
     * nothing else is asked for, no faults are injected.
     *
     * @param dependentStates the states whose calls depend on one another, named alone or by their paths
     */
    Exploration orders(String... dependentStates);

    /**
     * At most so many runs; 10,000 if nothing is said. If there are more, a sample of them is run; if orders are what
     * there is more of, the first of them are run. The verdict says so.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    Exploration limit(int mostRuns);

    /** The seed of the sample; 1 if nothing is said. */
    Exploration withSeed(long seed);

    /**
     * Runs on the threads of an executor of yours, which the exploration does not close. What it says is the same, byte for
     * byte, whatever the executor. A script that is a {@code Consumer} is then called on several threads at once.
     */
    Exploration on(Executor executor);

    /** Who is told now and then how far it is: how many runs are done. On the thread that asks. */
    Exploration onProgress(Consumer<? super Progress> listener);

    /**
     * What came of it. Runs it, if it has not run yet.
     *
     * @throws io.github.asltestkit.integration.UnmockedCallException if a run makes a call that the script does not answer
     */
    ExplorationResult result();

    /** Whether it has run: somebody has asked for its result. */
    boolean hasRun();

    /**
     * Notes a run that breaks what should hold in every run, for the report; assertions do it.
     *
     * @param rule what the run breaks, as a sentence
     */
    void noteCounterexample(String rule, ExploredRun run);

    /** The runs that were noted as breaking something, in that order. */
    List<Counterexample> counterexamples();

    /**
     * A run that breaks what should hold in every run.
     *
     * @param rule what the run breaks, as a sentence
     * @param run the run
     */
    record Counterexample(String rule, ExploredRun run) {}

    /**
     * Runs one plan, such as that of a counterexample.
     *
     * @throws IllegalArgumentException if the run does not come to the call of one of its choices
     */
    ExploredRun run(Plan plan);

    /**
     * How far an exploration is.
     *
     * @param done how many runs are done
     * @param known how many are known so far to be run
     */
    record Progress(long done, long known) {}
}
