package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.s3.S3Object;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.SeekableInputStream;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file: objects with a field for each column that has a value. */
final class ParquetItems implements ItemStream {
    private final ParquetFileReader file;
    private final ParquetRows rows;
    private final MessageColumnIO columns;
    private final String source;

    private @Nullable RecordReader<ObjectNode> group;
    private long left;

    ParquetItems(S3Object object) {
        this.source = object.uri();
        try {
            ParquetReadOptions options = ParquetReadOptions.builder()
                    .withCodecFactory(new ParquetCodecs(source))
                    .build();
            this.file = new ParquetFileReader(new Bytes(object.bytes()), options);
        } catch (IOException | RuntimeException notParquet) {
            throw ItemReaderException.unreadable("Parquet", source, String.valueOf(notParquet.getMessage()));
        }
        this.rows = new ParquetRows(file.getFooter().getFileMetaData().getSchema());
        this.columns = new ColumnIOFactory().getColumnIO(rows.schema());
    }

    @Override
    public @Nullable Item next() {
        try {
            RecordReader<ObjectNode> reader = group;
            while (left == 0 || reader == null) {
                PageReadStore pages = file.readNextRowGroup();
                if (pages == null) {
                    return null;
                }
                left = pages.getRowCount();
                reader = columns.getRecordReader(pages, rows);
                group = reader;
            }
            left--;
            return new Item(null, reader.read(), source);
        } catch (ItemReaderException refused) {
            throw refused;
        } catch (IOException | RuntimeException notParquet) {
            throw ItemReaderException.unreadable("Parquet", source, String.valueOf(notParquet.getMessage()));
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException impossible) {
            throw new IllegalStateException("A file in memory can always be closed", impossible);
        }
    }

    /** A file in memory. */
    private static final class Bytes implements InputFile {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long getLength() {
            return bytes.length;
        }

        @Override
        public SeekableInputStream newStream() {
            Seekable stream = new Seekable(bytes);
            return new DelegatingSeekableInputStream(stream) {
                @Override
                public long getPos() {
                    return stream.position();
                }

                @Override
                public void seek(long position) {
                    stream.seek((int) position);
                }
            };
        }
    }

    private static final class Seekable extends ByteArrayInputStream {
        Seekable(byte[] bytes) {
            super(bytes);
        }

        int position() {
            return pos;
        }

        void seek(int position) {
            pos = position;
        }
    }
}
