package io.github.asltestkit.internal.items;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Files compressed from outside, which their keys tell: {@code orders.jsonl.gz}, {@code orders.csv.zstd}. */
final class Decompression {
    private Decompression() {}

    static InputStream of(InputStream stream, String key, String source) {
        String name = key.toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".gz") || name.endsWith(".gzip")) {
                return new GZIPInputStream(stream, 64 * 1024);
            }
            if (name.endsWith(".zst") || name.endsWith(".zstd")) {
                return ZstdFiles.open(stream);
            }
            return stream;
        } catch (IOException notCompressed) {
            throw ItemReaderException.unreadable("GZIP", source, String.valueOf(notCompressed.getMessage()));
        }
    }
}
