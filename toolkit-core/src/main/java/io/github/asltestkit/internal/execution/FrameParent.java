package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;

/** The Parallel or Map state that a frame belongs to. */
interface FrameParent {

    /** The stay in that state. */
    Visit visit();

    /** A frame below has reached its end. */
    void frameSucceeded(Frame frame, JsonNode output);

    /** A frame below has failed: its siblings are aborted, and the state fails with the same error. */
    void frameFailed(Frame frame, Failure failure);
}
