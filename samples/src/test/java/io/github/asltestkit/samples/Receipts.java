package io.github.asltestkit.samples;

import io.github.asltestkit.integration.TaskCall;
import java.util.Map;

/** A bank that gives another receipt for each call, the same call or not. */
final class Receipts {
    private int number;

    Object next(TaskCall call) {
        number++;
        return Map.of("receipt", "r-" + number);
    }
}
