package io.github.asltestkit.internal.mutation;

import java.util.List;

/** A way to change a state's definition as a person might by mistake. Its name is that of its class. */
interface Operator {

    /** The changes that it makes of a state, in the order of the definition. */
    List<Change> changes(Site site);
}
