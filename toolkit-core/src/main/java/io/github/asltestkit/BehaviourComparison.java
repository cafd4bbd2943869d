package io.github.asltestkit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.internal.diff.Comparer;
import io.github.asltestkit.internal.diff.Settings;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.model.ApiModels;
import io.github.asltestkit.replay.Recording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * What two definitions are compared with. Immutable: each method gives a changed copy. Without anything said, the inputs and
 * answers are made up from what the definitions read and from the constants that their Choice states compare with, and each call
 * goes wrong in each way that AWS knows.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class BehaviourComparison {
    private static final int SCENARIOS = 1_000;

    private final StateMachine before;
    private final StateMachine after;
    private final HarnessOptions options;
    private final Consumer<? super StateMachineHarness> script;
    private final Settings settings;

    BehaviourComparison(StateMachine before, StateMachine after) {
        this(
                before,
                after,
                HarnessOptions.defaults(),
                harness -> {},
                new Settings(List.of(), List.of(), 1, Map.of(), SCENARIOS));
    }

    private BehaviourComparison(
            StateMachine before,
            StateMachine after,
            HarnessOptions options,
            Consumer<? super StateMachineHarness> script,
            Settings settings) {
        this.before = before;
        this.after = after;
        this.options = options;
        this.script = script;
        this.settings = settings;
    }

    private BehaviourComparison with(Settings changed) {
        return new BehaviourComparison(before, after, options, script, changed);
    }

    /**
     * How calls are answered. The new definition gets what the old one got: by resource and parameters, else by state. Calls
     * that nobody answers get an answer of the shape that the service's results have, or an object with all that is read.
     *
     * @param world mocks the calls of a harness, and gives it routes, objects and other machines; it is called for each run
     */
    public BehaviourComparison answeredBy(Consumer<? super StateMachineHarness> world) {
        return new BehaviourComparison(before, after, options, world, settings);
    }

    /** How the harnesses run: the seed, the start of the clock, the account. */
    public BehaviourComparison withOptions(HarnessOptions newOptions) {
        return new BehaviourComparison(before, after, newOptions, script, settings);
    }

    /**
     * An input to compare with; may be said several times.
     *
     * @param input JSON text, a file, a tree, a map, a list or a bean
     * @throws IllegalArgumentException if it is no JSON, or the file cannot be read
     */
    public BehaviourComparison withInput(Object input) {
        String name = input instanceof Path file ? "input " + file.getFileName() : null;
        return withInput(name == null ? "input " + (settings.inputs().size() + 1) : name, input);
    }

    /**
     * As {@link #withInput(Object)}, with a name for it.
     *
     * @param name what the input is called in differences
     * @param input JSON text, a file, a tree, a map, a list or a bean
     * @throws IllegalArgumentException if it is no JSON, or the file cannot be read
     */
    public BehaviourComparison withInput(String name, Object input) {
        JsonInput json = JsonInput.ofObject(input);
        json.checkSize();
        List<Settings.Input> inputs = new ArrayList<>(settings.inputs());
        inputs.add(new Settings.Input(name, json.tree()));
        return with(
                new Settings(inputs, settings.recordings(), settings.failures(), settings.renamed(), settings.limit()));
    }

    /**
     * A recorded execution to compare with: its input, and the answers that it met.
     *
     * @throws IllegalArgumentException if the recording has no data
     */
    public BehaviourComparison withRecording(Recording recording) {
        if (!recording.hasData()) {
            throw new IllegalArgumentException("The recording " + recording.name()
                    + " has no input and no answers: ask for it with --include-execution-data.");
        }
        List<Recording> recordings = new ArrayList<>(settings.recordings());
        recordings.add(recording);
        return with(
                new Settings(settings.inputs(), recordings, settings.failures(), settings.renamed(), settings.limit()));
    }

    /**
     * All recordings of a folder, as {@link Recording#readAll(Path)} reads them.
     *
     * @throws IllegalArgumentException if the folder holds none, or one without data
     */
    public BehaviourComparison withRecordings(String folder) {
        BehaviourComparison changed = this;
        for (Recording recording : Recording.readAll(Path.of(folder))) {
            changed = changed.withRecording(recording);
        }
        return changed;
    }

    /**
     * How many calls of one scenario may go wrong; 1 if nothing is said. If failures lead to a state that no other scenario has
     * reached, one more call may go wrong, so that the handlers of error paths are compared too.
     *
     * @param most 0 for none
     * @throws IllegalArgumentException if it is negative
     */
    public BehaviourComparison failures(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("failures(" + most + "): the number of failures is 0 or more");
        }
        return with(new Settings(settings.inputs(), settings.recordings(), most, settings.renamed(), settings.limit()));
    }

    /**
     * A state has another name in the new definition.
     *
     * @throws IllegalArgumentException if a definition does not have the state
     */
    public BehaviourComparison renamed(String was, String is) {
        requireState(before, was, "old");
        requireState(after, is, "new");
        Map<String, String> renamed = new LinkedHashMap<>(settings.renamed());
        renamed.put(was, is);
        return with(
                new Settings(settings.inputs(), settings.recordings(), settings.failures(), renamed, settings.limit()));
    }

    private static void requireState(StateMachine machine, String state, String which) {
        Set<String> names = machine.definition().stateNames();
        if (!names.contains(state)) {
            String hint = DidYouMean.hint(state, names);
            throw new IllegalArgumentException("The " + which + " definition "
                    + machine.definition().source().name() + " has no state \"" + state + "\""
                    + (hint == null ? "" : " (" + hint.strip() + ")"));
        }
    }

    /**
     * At most so many scenarios; 1,000 if nothing is said. The result says if there were more.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public BehaviourComparison limit(int mostScenarios) {
        if (mostScenarios < 1) {
            throw new IllegalArgumentException("limit(" + mostScenarios + "): a comparison runs one scenario or more");
        }
        return with(new Settings(
                settings.inputs(), settings.recordings(), settings.failures(), settings.renamed(), mostScenarios));
    }

    /** Runs the scenarios on both definitions. The result is the same each time. */
    public BehaviourDiff compare() {
        return new BehaviourDiff(before, after, comparer().compare());
    }

    /** Whether the definitions behave differently: as {@link #compare()}, up to the first difference. */
    boolean differs() {
        return comparer().differs();
    }

    private Comparer comparer() {
        // The name is in the ARNs that definitions read, and says nothing about behaviour.
        StateMachine alike = after.withName(before.name());
        return new Comparer(
                new ComparedMachine(before, options, script),
                new ComparedMachine(alike, options, script),
                settings,
                () -> ApiModels.ofSdk(classLoader()));
    }

    private static ClassLoader classLoader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = BehaviourComparison.class.getClassLoader();
        return context != null ? context : own != null ? own : ClassLoader.getSystemClassLoader();
    }
}
