package io.github.asltestkit.internal.items;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Closes what only memory and files stand behind. */
final class Closing {
    private Closing() {}

    static void quietly(Closeable open) {
        try {
            open.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
