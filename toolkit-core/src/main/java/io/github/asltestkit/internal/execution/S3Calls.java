package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.s3.Bucket;
import io.github.asltestkit.s3.S3Exception;
import io.github.asltestkit.s3.S3Object;
import io.github.asltestkit.s3.VirtualS3;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What {@code aws-sdk:s3} asks of a bucket that the harness has, answered from the object store in memory as recordings of S3
 * show it. Calls about other buckets are left to mocks.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html">Amazon S3
 *     API</a>
 */
final class S3Calls {
    /** What S3 gives an object that is put without a type. */
    private static final String BINARY = "binary/octet-stream";

    private static final int MOST_KEYS = 1_000;

    /** The errors that have an exception of their own in the SDK. */
    private static final Set<String> MODELLED = Set.of("NoSuchKey", "NoSuchBucket");

    private final VirtualS3 s3;

    S3Calls(VirtualS3 s3) {
        this.s3 = s3;
    }

    /**
     * What becomes of a call; null where it is about no bucket of this store.
     *
     * @param call one of {@link io.github.asltestkit.internal.spec.S3Actions}
     */
    @Nullable
    TaskReaction answer(TaskCall call) {
        JsonNode request = call.parameters();
        String name = text(request, "Bucket");
        if (name == null || !s3.hasBucket(name)) {
            return null;
        }
        try {
            return TaskReaction.succeed(response(call.resource().api(), s3.existing(name), request));
        } catch (S3Exception refused) {
            String family = MODELLED.contains(refused.errorCode()) ? refused.errorCode() : "S3";
            return TaskReaction.fail("S3." + family + "Exception", cause(call, refused));
        }
    }

    /** In the words of the SDK's second version, as Step Functions reports them. */
    private static String cause(TaskCall call, S3Exception refused) {
        return refused.getMessage() + " (Service: S3, Status Code: " + refused.statusCode() + ", Request ID: "
                + call.executionName() + "-" + call.id() + ") (SDK Attempt Count: 1)";
    }

    private JsonNode response(String action, Bucket bucket, JsonNode request) {
        return switch (action) {
            case "getObject" -> got(bucket.get(key(request), text(request, "VersionId")), true);
            case "headObject" -> got(bucket.get(key(request), text(request, "VersionId")), false);
            case "putObject" -> put(bucket, request);
            case "copyObject" -> copy(bucket, request);
            case "deleteObject" -> delete(bucket, request);
            case "deleteObjects" -> deleteAll(bucket, request);
            case "listObjectsV2" -> list(bucket, request);
            case "headBucket" -> object();
            default -> throw new IllegalStateException("The object store does not answer " + action);
        };
    }

    private static String key(JsonNode request) {
        String key = text(request, "Key");
        if (key == null) {
            throw S3Exception.of("InvalidRequest", 400, "Key must not be null");
        }
        return key;
    }

    private static @Nullable String text(JsonNode request, String field) {
        JsonNode value = request.path(field);
        return value.isTextual() ? value.textValue() : null;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    // ---- reading ---------------------------------------------------------------------------------------------

    private static JsonNode got(S3Object object, boolean withBody) {
        ObjectNode response = object();
        response.put("AcceptRanges", "bytes");
        response.put("ContentLength", object.size());
        response.put("ContentType", object.contentType());
        response.put("ETag", object.eTag());
        response.put("LastModified", object.lastModified().toString());
        response.set("Metadata", object());
        response.put("ServerSideEncryption", "AES256");
        version(response, object);
        if (withBody) {
            response.put("Body", object.text());
        }
        return response;
    }

    private static void version(ObjectNode response, S3Object object) {
        if (object.versionId() != null) {
            response.put("VersionId", object.versionId());
        }
    }

    private static JsonNode list(Bucket bucket, JsonNode request) {
        String prefix = request.path("Prefix").asText("");
        String delimiter = request.path("Delimiter").asText("");
        String token = text(request, "ContinuationToken");
        String after = token != null ? token : request.path("StartAfter").asText("");
        int most = Math.min(MOST_KEYS, request.path("MaxKeys").asInt(MOST_KEYS));
        ArrayNode contents = JsonNodeFactory.instance.arrayNode();
        Set<String> folders = new LinkedHashSet<>();
        String last = "";
        boolean truncated = false;
        for (S3Object object : bucket.list(prefix)) {
            String key = object.key();
            int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            String folder = end < 0 ? null : key.substring(0, end + delimiter.length());
            if (key.compareTo(after) <= 0 || (folder != null && (folders.contains(folder) || folder.equals(after)))) {
                continue;
            }
            if (contents.size() + folders.size() == most) {
                truncated = true;
                break;
            }
            last = folder == null ? key : folder;
            if (folder != null) {
                folders.add(folder);
                continue;
            }
            ObjectNode entry = contents.addObject();
            entry.put("Key", key);
            entry.put("LastModified", object.lastModified().toString());
            entry.put("ETag", object.eTag());
            entry.put("Size", object.size());
            entry.put("StorageClass", "STANDARD");
        }
        ObjectNode response = object();
        response.put("IsTruncated", truncated);
        if (!contents.isEmpty()) {
            response.set("Contents", contents);
        }
        response.put("Name", bucket.name());
        response.put("Prefix", prefix);
        if (!delimiter.isEmpty()) {
            response.put("Delimiter", delimiter);
        }
        response.put("MaxKeys", most);
        if (!folders.isEmpty()) {
            ArrayNode prefixes = response.putArray("CommonPrefixes");
            folders.forEach(folder -> prefixes.addObject().put("Prefix", folder));
        }
        response.put("KeyCount", contents.size() + folders.size());
        if (token != null) {
            response.put("ContinuationToken", token);
        }
        if (truncated) {
            response.put("NextContinuationToken", last);
        }
        return response;
    }

    // ---- writing ---------------------------------------------------------------------------------------------

    /** The body is put as JSON, text with its quotes (recorded). */
    private static JsonNode put(Bucket bucket, JsonNode request) {
        JsonNode body = request.path("Body");
        String text = body.isMissingNode() ? "" : JsonText.write(body);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String type = text(request, "ContentType");
        bucket.put(key(request), bytes, type == null ? BINARY : type);
        S3Object object = bucket.get(key(request));
        ObjectNode response = object();
        response.put("ChecksumCRC32", crc32(bytes));
        response.put("ChecksumType", "FULL_OBJECT");
        response.put("ETag", object.eTag());
        response.put("ServerSideEncryption", "AES256");
        version(response, object);
        return response;
    }

    private static String crc32(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private JsonNode copy(Bucket bucket, JsonNode request) {
        String source = URLDecoder.decode(request.path("CopySource").asText(""), StandardCharsets.UTF_8);
        String path = source.startsWith("/") ? source.substring(1) : source;
        int slash = path.indexOf('/');
        if (slash <= 0) {
            throw S3Exception.of(
                    "InvalidArgument",
                    400,
                    "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        }
        S3Object original = s3.existing(path.substring(0, slash)).get(path.substring(slash + 1));
        bucket.put(key(request), original.bytes(), original.contentType());
        S3Object object = bucket.get(key(request));
        ObjectNode response = object();
        ObjectNode result = response.putObject("CopyObjectResult");
        result.put("ETag", object.eTag());
        result.put("LastModified", object.lastModified().toString());
        response.put("ServerSideEncryption", "AES256");
        version(response, object);
        return response;
    }

    private static JsonNode delete(Bucket bucket, JsonNode request) {
        bucket.delete(key(request));
        return object();
    }

    private static JsonNode deleteAll(Bucket bucket, JsonNode request) {
        ObjectNode response = object();
        ArrayNode deleted = response.putArray("Deleted");
        for (JsonNode object : request.path("Delete").path("Objects")) {
            bucket.delete(key(object));
            deleted.addObject().put("Key", key(object));
        }
        return response;
    }
}
