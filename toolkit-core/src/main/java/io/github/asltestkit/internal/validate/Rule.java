package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Definition;

/** One thing that may be wrong with a definition. */
@FunctionalInterface
interface Rule {

    void check(Definition definition, Findings findings);
}
