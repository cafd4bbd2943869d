package io.github.asltestkit.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;

/** Where the bytes of an object are. */
sealed interface Content {

    /** A new stream from the first byte. */
    InputStream open();

    /** How many bytes there are. */
    long size();

    /** Bytes in memory. */
    final class Bytes implements Content {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }

    /** A file, which is read when the object is. */
    record OfFile(Path file) implements Content {

        @Override
        public InputStream open() {
            try {
                return Files.newInputStream(file);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The file behind an object cannot be read: " + file, unreadable);
            }
        }

        @Override
        public long size() {
            try {
                return Files.size(file);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The file behind an object cannot be read: " + file, unreadable);
            }
        }
    }

    /** Bytes kept compressed, because results of a Map Run are long and say the same again and again. */
    record Compressed(Chunks chunks, long size) implements Content {

        @Override
        public InputStream open() {
            return new InflaterInputStream(chunks.open());
        }
    }
}
