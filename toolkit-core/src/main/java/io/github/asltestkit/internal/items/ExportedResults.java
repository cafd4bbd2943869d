package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.program.Distribution.Transformation;
import io.github.asltestkit.internal.program.Distribution.Writer;
import io.github.asltestkit.s3.Bucket;
import io.github.asltestkit.s3.S3Exception;
import io.github.asltestkit.s3.VirtualS3;
import java.util.EnumMap;
import java.util.Map;

/**
 * The results as files in S3, sorted by how the child executions ended, and a manifest that names them.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter:
 *     exporting to Amazon S3</a>
 */
public final class ExportedResults implements Results {
    private final Writer writer;
    private final Bucket bucket;
    private final String folder;
    private final String mapRunArn;
    private final Map<Kind, ResultFiles> files = new EnumMap<>(Kind.class);

    private ExportedResults(Writer writer, Bucket bucket, String folder, String mapRunArn) {
        this.writer = writer;
        this.bucket = bucket;
        this.folder = folder;
        this.mapRunArn = mapRunArn;
        for (Kind kind : Kind.values()) {
            files.put(kind, newFiles(kind));
        }
    }

    /**
     * Where the arguments of a ResultWriter lead.
     *
     * @param mapRunName the name of the Map Run, which is the folder below the prefix
     * @throws ResultWriterException if there is no such bucket
     */
    public static ExportedResults open(
            VirtualS3 s3, Writer writer, JsonNode arguments, String mapRunArn, String mapRunName) {
        String prefix = arguments.path("Prefix").asText("");
        String folder = (prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/") + mapRunName + "/";
        try {
            return new ExportedResults(
                    writer, s3.existing(arguments.path("Bucket").asText("")), folder, mapRunArn);
        } catch (S3Exception refused) {
            throw ResultWriterException.of(refused);
        }
    }

    private ResultFiles newFiles(Kind kind) {
        return new ResultFiles(bucket, folder + kind, writer.lines());
    }

    private ResultFiles of(Kind kind) {
        ResultFiles of = files.get(kind);
        if (of == null) {
            throw new IllegalStateException("Every kind has its files: " + kind);
        }
        return of;
    }

    @Override
    public void add(Result result) {
        ResultFiles of = of(result.kind());
        JsonNode output = result.output();
        if (output == null || writer.transformation() == Transformation.NONE) {
            of.write(result.description());
        } else if (writer.transformation() == Transformation.FLATTEN && output.isArray()) {
            output.forEach(of::write);
        } else {
            of.write(output);
        }
    }

    @Override
    public JsonNode finish(boolean succeeded) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("DestinationBucket", bucket.name());
        manifest.put("MapRunArn", mapRunArn);
        ObjectNode resultFiles = manifest.putObject("ResultFiles");
        for (Kind kind : new Kind[] {Kind.FAILED, Kind.PENDING, Kind.SUCCEEDED}) {
            ArrayNode entries = resultFiles.putArray(kind.name());
            for (ResultFiles.Written file : of(kind).close()) {
                entries.addObject().put("Key", file.key()).put("Size", file.size());
            }
        }
        String key = folder + "manifest.json";
        bucket.put(key, JsonText.write(manifest));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("MapRunArn", mapRunArn);
        result.putObject("ResultWriterDetails").put("Bucket", bucket.name()).put("Key", key);
        return result;
    }

    @Override
    public void reopen() {
        // The manifest names the successes of all attempts, but what failed or is pending in the last one alone.
        for (Kind kind : new Kind[] {Kind.FAILED, Kind.PENDING}) {
            of(kind).delete();
            files.put(kind, newFiles(kind));
        }
    }
}
