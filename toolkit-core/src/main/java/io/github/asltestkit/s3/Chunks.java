package io.github.asltestkit.s3;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Bytes that are written once, without ever being copied into a longer array. */
final class Chunks extends OutputStream {
    private static final int CHUNK = 64 * 1024;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[1024];
    private int used;

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (used == last.length) {
                full.add(last);
                last = new byte[CHUNK];
                used = 0;
            }
            int taken = Math.min(left, last.length - used);
            System.arraycopy(bytes, from, last, used, taken);
            used += taken;
            from += taken;
            left -= taken;
        }
    }

    InputStream open() {
        List<InputStream> streams = new ArrayList<>();
        full.forEach(chunk -> streams.add(new ByteArrayInputStream(chunk)));
        streams.add(new ByteArrayInputStream(last, 0, used));
        return new SequenceInputStream(Collections.enumeration(streams));
    }
}
