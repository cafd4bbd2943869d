package io.github.asltestkit.internal.items;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * How the pages of a Parquet file are compressed. GZIP and BROTLI are read here, as the library asks Hadoop for them, which is
 * not there; the others it reads itself.
 */
final class ParquetCodecs implements CompressionCodecFactory {
    private final CodecFactory others = new CodecFactory(new org.apache.hadoop.conf.Configuration(), 0);
    private final String source;

    ParquetCodecs(String source) {
        this.source = source;
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("Nothing is written");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case GZIP -> new Streamed(GZIPInputStream::new);
            case BROTLI -> new Streamed(Brotli::open);
            case LZO, LZ4 ->
                throw ItemReaderException.unreadable(
                        "Parquet", source, "its pages are compressed with " + codec + ", which is not read");
            default -> others.getDecompressor(codec);
        };
    }

    @Override
    public void release() {
        others.release();
    }

    /** Brotli; nothing else knows the library. */
    private static final class Brotli {
        static InputStream open(InputStream compressed) throws IOException {
            try {
                return new org.brotli.dec.BrotliInputStream(compressed);
            } catch (NoClassDefFoundError absent) {
                throw Libraries.missing("A Parquet file that is compressed with Brotli", "org.brotli:dec", absent);
            }
        }
    }

    private interface Opening {
        InputStream open(InputStream compressed) throws IOException;
    }

    private record Streamed(Opening opening) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            try (InputStream stream = opening.open(bytes.toInputStream())) {
                return BytesInput.from(stream.readNBytes(size));
            }
        }

        @Override
        public void decompress(ByteBuffer input, int compressed, ByteBuffer output, int size) throws IOException {
            byte[] bytes = new byte[compressed];
            input.get(bytes);
            try (InputStream stream = decompress(BytesInput.from(bytes), size).toInputStream()) {
                output.put(stream.readAllBytes());
            }
        }

        @Override
        public void release() {}
    }
}
