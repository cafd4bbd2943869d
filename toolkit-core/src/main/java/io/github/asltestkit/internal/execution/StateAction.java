package io.github.asltestkit.internal.execution;

/** What a state of one type does between entry and exit. It has no state of its own. */
interface StateAction {

    /**
     * Acts: for the first time, or again after a Retrier's delay.
     *
     * @throws io.github.asltestkit.internal.expression.EvaluationException if an expression fails
     * @throws StateFailedException if the state fails
     */
    void act(StateFlow flow, Visit visit);
}
