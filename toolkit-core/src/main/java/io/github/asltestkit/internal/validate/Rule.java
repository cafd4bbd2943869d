package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Definition;
import java.util.List;

/** One thing that may be wrong with a definition. */
interface Rule {

    /** What it tells, by code; the guide lists it in these words. */
    List<RuleInfo> about();

    void check(Definition definition, Findings findings);
}
