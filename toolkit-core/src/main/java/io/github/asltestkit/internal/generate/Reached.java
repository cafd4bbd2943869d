package io.github.asltestkit.internal.generate;

import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.generate.Unreached;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param world where it was run
 * @param outline what there is to take
 * @param kept the runs that took something that none before had taken
 * @param best the first run that took an item, by the item's position in the outline
 * @param unreached what was not taken, in the order of the outline
 * @param boundsHit the bounds that were hit, as sentences
 * @param already the items that were not looked for
 * @param runs how many executions were run
 */
public record Reached(
        World world,
        DefinitionOutline outline,
        List<Ran> kept,
        Map<Integer, Ran> best,
        List<Unreached> unreached,
        List<String> boundsHit,
        BitSet already,
        int runs) {}
