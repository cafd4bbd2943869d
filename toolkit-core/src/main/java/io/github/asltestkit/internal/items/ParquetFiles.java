package io.github.asltestkit.internal.items;

import io.github.asltestkit.s3.S3Object;

/** Parquet; nothing but {@link ParquetItems} knows the library. */
final class ParquetFiles {
    private ParquetFiles() {}

    static ItemStream open(S3Object object) {
        try {
            return new ParquetItems(object);
        } catch (NoClassDefFoundError absent) {
            throw Libraries.missing("A Parquet file", "blue.strategic.parquet:parquet-floor", absent);
        }
    }
}
