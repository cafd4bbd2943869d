package io.github.asltestkit.s3;

import java.util.Locale;

/** The media type that a key suggests. */
final class ContentTypes {
    private ContentTypes() {}

    static String of(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        return switch (dot < 0 ? "" : lower.substring(dot + 1)) {
            case "csv" -> "text/csv";
            case "json" -> "application/json";
            case "jsonl", "ndjson" -> "application/jsonl";
            case "txt" -> "text/plain";
            case "gz" -> "application/gzip";
            case "zst", "zstd" -> "application/zstd";
            case "parquet" -> "application/vnd.apache.parquet";
            default -> "binary/octet-stream";
        };
    }
}
