package io.github.asltestkit.s3;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apiguardian.api.API;

/**
 * A stream to an object of the {@link VirtualS3}, which is there when the stream is closed. What is written to a closed stream is
 * refused with an {@link IllegalStateException}.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ObjectWriter extends OutputStream {
    private static final int BUFFER = 64 * 1024;

    private final Bucket bucket;
    private final String key;
    private final Chunks chunks = new Chunks();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final OutputStream compressing =
            new BufferedOutputStream(new DeflaterOutputStream(chunks, deflater), BUFFER);
    private long size;
    private boolean closed;

    ObjectWriter(Bucket bucket, String key) {
        this.bucket = bucket;
        this.key = key;
    }

    /** The key of the object. */
    public String key() {
        return key;
    }

    /** How many bytes were written so far. */
    public long size() {
        return size;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (closed) {
            throw new IllegalStateException("The object " + key + " is closed");
        }
        try {
            compressing.write(bytes, offset, length);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        size += length;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            compressing.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        bucket.store(key, new Content.Compressed(chunks, size), ContentTypes.of(key));
    }
}
