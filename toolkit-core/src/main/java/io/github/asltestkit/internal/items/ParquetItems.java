package io.github.asltestkit.internal.items;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.s3.S3Object;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file: objects with a field for each column that has a value. */
final class ParquetItems implements ItemStream {
    private final Stream<ObjectNode> rows;
    private final Iterator<ObjectNode> next;
    private final String source;

    ParquetItems(S3Object object) {
        this.source = object.uri();
        try {
            this.rows = ParquetReader.streamContent(new Bytes(object.bytes()), new Row());
        } catch (IOException | RuntimeException notParquet) {
            throw ItemReaderException.unreadable("Parquet", source, String.valueOf(notParquet.getMessage()));
        }
        this.next = rows.iterator();
    }

    @Override
    public @Nullable Item next() {
        return next.hasNext() ? new Item(null, next.next(), source) : null;
    }

    @Override
    public void close() {
        rows.close();
    }

    /** Puts a row together. */
    private static final class Row implements Hydrator<ObjectNode, ObjectNode, String[]> {
        @Override
        public ObjectNode start() {
            return JsonNodeFactory.instance.objectNode();
        }

        @Override
        public ObjectNode add(ObjectNode row, String[] path, @Nullable Object value) {
            ObjectNode parent = row;
            for (int i = 0; i < path.length - 1; i++) {
                parent = parent.withObjectProperty(path[i]);
            }
            if (value != null) {
                parent.set(path[path.length - 1], json(value));
            }
            return row;
        }

        private static JsonNode json(Object value) {
            if (value instanceof byte[] bytes) {
                return JsonNodeFactory.instance.textNode(Base64.getEncoder().encodeToString(bytes));
            }
            return value instanceof Number || value instanceof Boolean
                    ? JsonText.tree(value)
                    : JsonNodeFactory.instance.textNode(value.toString());
        }

        @Override
        public ObjectNode finish(ObjectNode row) {
            return row;
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
