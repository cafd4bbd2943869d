package io.github.asltestkit.internal.generate;

import io.github.asltestkit.definition.Definition;

/** Where scenarios are run: the harness's side of the search. Its runs share nothing that changes. */
public interface World {

    /** The definition that is run. */
    Definition definition();

    /** Runs a scenario from a fresh start. Never throws: a run that the toolkit stops says why. */
    Ran run(Scenario scenario);
}
