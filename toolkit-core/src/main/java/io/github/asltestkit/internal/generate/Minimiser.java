package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Leaves out of a scenario what its run does not need: to go the same way, and to take what it is there for. */
final class Minimiser {
    private static final int MOST_RUNS = 120;
    private static final int MOST_ELEMENTS = 3;

    private final World world;
    private final BitSet needed;
    private int runs;

    /** @param needed the items that the run has to take */
    Minimiser(World world, BitSet needed) {
        this.world = world;
        this.needed = needed;
    }

    int runs() {
        return runs;
    }

    Ran minimise(Ran ran) {
        Ran at = used(ran);
        at = shortened(at, at.scenario().input(), Scenario::withInput);
        for (Map.Entry<String, List<Answer>> answers :
                List.copyOf(at.scenario().answers().entrySet())) {
            List<Answer> all = answers.getValue();
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).kind() == Answer.Kind.RETURNS) {
                    int call = i;
                    at = shortened(
                            at,
                            all.get(i).output(),
                            (scenario, output) -> changed(scenario, answers.getKey(), call, output));
                }
            }
        }
        return at;
    }

    private static Scenario changed(Scenario scenario, String state, int call, JsonNode output) {
        List<Answer> all = new ArrayList<>(scenario.answers().getOrDefault(state, List.of()));
        all.set(call, Answer.returns(output));
        return scenario.withAnswers(state, all);
    }

    /** Without answers that no call got. */
    private Ran used(Ran ran) {
        Map<String, Integer> calls = new LinkedHashMap<>();
        ran.calls().forEach(call -> calls.merge(call.call().pointer(), 1, Integer::sum));
        for (Stored stored : ran.scenario().stored()) {
            if (stored.reader() != null) {
                calls.put(stored.reader(), 1);
            }
        }
        Map<String, List<Answer>> used = new LinkedHashMap<>();
        ran.scenario().answers().forEach((state, all) -> {
            int number = calls.getOrDefault(state, 0);
            if (number > 0) {
                used.put(state, all.subList(0, Math.min(number, all.size())));
            }
        });
        Scenario smaller =
                new Scenario(ran.scenario().input(), used, ran.scenario().stored());
        Ran tried = tried(ran, smaller);
        return tried == null ? ran : tried;
    }

    /** The run of a smaller scenario if it is as good; else null. */
    private @Nullable Ran tried(Ran before, Scenario smaller) {
        if (runs >= MOST_RUNS) {
            return null;
        }
        runs++;
        Ran ran = world.run(smaller);
        BitSet missing = (BitSet) needed.clone();
        missing.andNot(ran.taken());
        boolean same = missing.isEmpty()
                && ran.stopped() == null
                && ran.status() == before.status()
                && Objects.equals(ran.error(), before.error())
                && path(ran).equals(path(before))
                && calls(ran).equals(calls(before));
        return same ? ran : null;
    }

    private static List<String> calls(Ran ran) {
        return ran.calls().stream().map(call -> call.call().pointer()).toList();
    }

    private static List<String> path(Ran ran) {
        return ran.stays().stream().map(stay -> stay.visit().path()).toList();
    }

    /** Puts another tree into a scenario. */
    private interface Put {
        Scenario into(Scenario scenario, JsonNode tree);
    }

    /** A run, and the tree in its scenario that is being made smaller. */
    private record Smaller(Ran ran, JsonNode tree) {}

    private Ran shortened(Ran ran, JsonNode tree, Put put) {
        return shortened(new Smaller(ran, tree), put, List.of()).ran();
    }

    /** Without the parts of a tree that are not needed: a part as a whole if it can be, else what is in it. */
    private Smaller shortened(Smaller from, Put put, List<Object> steps) {
        Smaller at = from;
        JsonNode here = Values.get(at.tree(), steps);
        if (here.isObject()) {
            List<String> names = new ArrayList<>();
            here.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                List<Object> below = further(steps, name);
                JsonNode without = Values.put(at.tree(), below, Values.ABSENT);
                Ran tried = tried(at.ran(), put.into(at.ran().scenario(), without));
                at = tried == null ? shortened(at, put, below) : new Smaller(tried, without);
            }
        } else if (here.isArray()) {
            for (int i = 0; i < Math.min(MOST_ELEMENTS, here.size()); i++) {
                at = shortened(at, put, further(steps, i));
            }
        }
        return at;
    }

    private static List<Object> further(List<Object> steps, Object step) {
        List<Object> all = new ArrayList<>(steps);
        all.add(step);
        return all;
    }
}
