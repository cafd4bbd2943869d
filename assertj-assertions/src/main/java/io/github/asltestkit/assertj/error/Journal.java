package io.github.asltestkit.assertj.error;

import io.github.asltestkit.mock.CallJournal;

/** The journal of the calls of a harness, below a message about some of them. */
final class Journal {
    private Journal() {}

    static Message below(Message facts, CallJournal journal) {
        return new Message(
                facts.text() + "\n\n" + journal.toString().stripTrailing(), facts.expected(), facts.actual());
    }
}
