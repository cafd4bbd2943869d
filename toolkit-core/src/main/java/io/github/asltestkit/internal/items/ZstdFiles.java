package io.github.asltestkit.internal.items;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Zstandard; the only class that knows the library. */
final class ZstdFiles {
    private ZstdFiles() {}

    static InputStream open(InputStream stream) throws IOException {
        try {
            return new ZstdInputStream(stream);
        } catch (NoClassDefFoundError absent) {
            throw Libraries.missing("A file that is compressed with Zstandard", "com.github.luben:zstd-jni", absent);
        }
    }
}
