package io.github.asltestkit.internal.mutation;

import java.util.List;

/** {@code or} for {@code and} in a JSONata expression, or the other way round. */
final class JsonataLogic implements Operator {

    @Override
    public List<Change> changes(Site site) {
        return JsonataChanges.of(site, token -> token.is("and") ? "or" : token.is("or") ? "and" : null);
    }
}
