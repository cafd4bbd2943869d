package io.github.asltestkit.mock;

import java.util.List;

/** What a test is told about mocks that an exploration cannot copy. */
final class StatefulMockMessage {
    private StatefulMockMessage() {}

    static String of(List<MockedResponse> mocks) {
        CallMessage message = CallMessage.sentence("The mock \"" + mocks.get(0).name()
                + "\" cannot be copied for each run of an exploration: its answer is code that may hold state of its own,"
                + " which the runs would share.");
        mocks.forEach(message::mocked);
        return message.advice(
                        "Let each run script its own mocks: harness.explore(input, each ->"
                                + " each.mock(\"...\").answers(...)). Code that captures nothing but text and numbers is copied.")
                .text();
    }
}
