package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.program.Distribution.CsvFormat;
import io.github.asltestkit.internal.program.Distribution.InputType;
import io.github.asltestkit.internal.program.Distribution.ManifestType;
import io.github.asltestkit.internal.program.Distribution.ReaderConfig;
import io.github.asltestkit.s3.Bucket;
import io.github.asltestkit.s3.S3Exception;
import io.github.asltestkit.s3.S3Object;
import io.github.asltestkit.s3.VirtualS3;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** From the arguments of an {@code ItemReader} to its items. What is in S3 is looked up once: a later change changes nothing. */
public final class ItemReading {
    private final VirtualS3 s3;
    private final ReaderConfig config;
    private final @Nullable UnaryOperator<JsonNode> selection;

    /**
     * How to read.
     *
     * @param selection what of the content of a JSON file the items are, or null
     */
    public ItemReading(VirtualS3 s3, ReaderConfig config, @Nullable UnaryOperator<JsonNode> selection) {
        this.s3 = s3;
        this.config = config;
        this.selection = selection;
    }

    /**
     * The items of {@code s3:getObject}.
     *
     * @throws ItemReaderException if the object is not there
     */
    public ItemSource object(JsonNode arguments) {
        if (config.inputType() == InputType.PARQUET
                && arguments.path("VersionId").isTextual()) {
            throw new ItemReaderException("S3 Version ID selection is not currently supported for PARQUET files");
        }
        try {
            S3Object object = s3.existing(text(arguments, "Bucket"))
                    .get(text(arguments, "Key"), arguments.path("VersionId").textValue());
            ManifestType manifest = config.manifestType();
            if (manifest == ManifestType.S3_INVENTORY) {
                return inventory(object);
            }
            return manifest == ManifestType.ATHENA_DATA ? athena(object) : file(object);
        } catch (S3Exception refused) {
            throw ItemReaderException.of(refused);
        }
    }

    /**
     * The items of {@code s3:listObjectsV2}: what is said of each object, or what each object holds.
     *
     * @throws ItemReaderException if the bucket is not there
     */
    public ItemSource listing(JsonNode arguments) {
        try {
            Bucket bucket = s3.existing(text(arguments, "Bucket"));
            String after = arguments.path("StartAfter").asText("");
            List<S3Object> objects = bucket.list(arguments.path("Prefix").asText("")).stream()
                    .filter(object -> after.isEmpty() || object.key().compareTo(after) > 0)
                    .toList();
            return config.loadsObjects() ? files(objects) : () -> new ListedItems(objects);
        } catch (S3Exception refused) {
            throw ItemReaderException.of(refused);
        }
    }

    /**
     * The items of a text that stands for what is read, in place of S3: that of the object, of the objects that are listed
     * or that the manifest names, or the listing itself as JSON. It is not compressed.
     *
     * @throws ItemReaderException if the items are in files that are no text
     */
    public ItemSource given(String text, JsonNode arguments) {
        String key = arguments.path("Key").asText();
        String source = "s3://" + arguments.path("Bucket").asText() + (key.isEmpty() ? "" : "/" + key);
        if (config.inputType() == InputType.PARQUET) {
            throw ItemReaderException.unreadable("Parquet", source, "it is given as text");
        }
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return () -> open(new ByteArrayInputStream(content), source);
    }

    private static String text(JsonNode arguments, String name) {
        JsonNode value = arguments.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new ItemReaderException(
                    "The parameter " + name + " of the ItemReader is missing or no string: " + value);
        }
        return value.textValue();
    }

    private ItemSource files(List<S3Object> objects) {
        List<ItemSource> files = objects.stream().map(this::file).toList();
        return () -> new FilesItems(files);
    }

    private ItemSource file(S3Object object) {
        return () -> config.inputType() == InputType.PARQUET
                ? ParquetFiles.open(object)
                : open(Decompression.of(object.open(), object.key(), object.uri()), object.uri());
    }

    private ItemStream open(InputStream stream, String source) {
        return switch (config.inputType() == null ? InputType.JSON : config.inputType()) {
            case CSV, MANIFEST -> new CsvItems(stream, config.csv(), source);
            case JSONL -> new JsonLinesItems(stream, source);
            default -> json(stream, source);
        };
    }

    private ItemStream json(InputStream stream, String source) {
        if (selection == null) {
            return JsonItems.open(stream, config.itemsPointer(), source);
        }
        JsonNode items = selection.apply(JsonItems.tree(stream, source));
        if (!items.isContainerNode()) {
            throw new ItemReaderException(JsonItems.NOT_ITERABLE);
        }
        return new StateItems(items, source);
    }

    // ---- manifests -----------------------------------------------------------------------------------------------

    /**
     * Athena's manifest of an UNLOAD: a line for each data file, with its {@code s3://} address.
     *
     * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/unload.html">UNLOAD</a>
     */
    private ItemSource athena(S3Object manifest) {
        List<S3Object> files = new ArrayList<>();
        InputStream stream = Decompression.of(manifest.open(), manifest.key(), manifest.uri());
        try (CsvRecords lines = new CsvRecords(stream, ',', manifest.uri())) {
            for (List<String> line = lines.next(); line != null; line = lines.next()) {
                files.add(at(line.get(0).strip(), manifest));
            }
        }
        return files(files);
    }

    private S3Object at(String address, S3Object manifest) {
        int slash = address.indexOf('/', "s3://".length());
        if (!address.regionMatches(true, 0, "s3://", 0, "s3://".length()) || slash < 0) {
            throw ItemReaderException.unreadable("Athena manifest", manifest.uri(), "no s3:// address: " + address);
        }
        return s3.existing(address.substring("s3://".length(), slash)).get(address.substring(slash + 1));
    }

    /**
     * S3's inventory: {@code manifest.json} names the files, and the headers of their columns.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html">Inventory
     *     manifest</a>
     */
    private ItemSource inventory(S3Object manifest) {
        JsonNode tree = JsonItems.tree(manifest.open(), manifest.uri());
        if (!tree.path("fileFormat").asText("CSV").equals("CSV")) {
            throw ItemReaderException.unreadable(
                    "S3 inventory manifest",
                    manifest.uri(),
                    "the fileFormat is " + tree.path("fileFormat").asText() + ", and only CSV is read");
        }
        List<String> headers = new ArrayList<>();
        for (String header : tree.path("fileSchema").asText().split(",", -1)) {
            headers.add(header.strip());
        }
        String destination = tree.path("destinationBucket").asText();
        Bucket bucket = s3.existing(destination.substring(destination.lastIndexOf(':') + 1));
        CsvFormat format = new CsvFormat(config.csv().delimiter(), headers);
        List<ItemSource> files = new ArrayList<>();
        for (JsonNode entry : tree.path("files")) {
            S3Object file = bucket.get(entry.path("key").asText());
            files.add(() -> new CsvItems(Decompression.of(file.open(), file.key(), file.uri()), format, file.uri()));
        }
        return () -> new FilesItems(files);
    }
}
