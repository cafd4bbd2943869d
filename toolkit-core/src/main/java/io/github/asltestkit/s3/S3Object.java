package io.github.asltestkit.s3;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** An object, or one version of it: what it holds never changes. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class S3Object {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Bucket bucket;
    private final String key;
    private final Content content;
    private final String contentType;
    private final Instant lastModified;
    private final @Nullable String versionId;
    private @Nullable String eTag;

    S3Object(
            Bucket bucket,
            String key,
            Content content,
            String contentType,
            @Nullable String eTag,
            Instant lastModified,
            @Nullable String versionId) {
        this.bucket = bucket;
        this.key = key;
        this.content = content;
        this.contentType = contentType;
        this.eTag = eTag;
        this.lastModified = lastModified;
        this.versionId = versionId;
    }

    /** The bucket it is in. */
    public Bucket bucket() {
        return bucket;
    }

    /** Its key. */
    public String key() {
        return key;
    }

    /** Its size in bytes. */
    public long size() {
        return content.size();
    }

    /** The media type it was put with, or the one that its key suggests. */
    public String contentType() {
        return contentType;
    }

    /** The MD5 digest of the content in hexadecimal digits within quotation marks, as S3 gives it. */
    public String eTag() {
        String known = eTag;
        if (known == null) {
            known = Digests.eTag(content);
            eTag = known;
        }
        return known;
    }

    /** When it was put, on the virtual clock. */
    public Instant lastModified() {
        return lastModified;
    }

    /** Its version; null in a bucket without versioning. */
    public @Nullable String versionId() {
        return versionId;
    }

    /** {@code s3://bucket/key}, as a Map state's {@code Map.Item.Source} spells it. */
    public String uri() {
        return "s3://" + bucket.name() + "/" + key;
    }

    /**
     * A new stream of the content; the caller closes it.
     *
     * @throws UncheckedIOException if it was put as a file that cannot be opened
     */
    public InputStream open() {
        return content.open();
    }

    /**
     * The content as a whole, in an array of the caller's own.
     *
     * @throws UncheckedIOException if it was put as a file that cannot be read
     */
    public byte[] bytes() {
        try (InputStream stream = open()) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The object " + uri() + " cannot be read", unreadable);
        }
    }

    /** The content as text in UTF-8. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /**
     * The content as JSON, read anew with each call.
     *
     * @throws IllegalStateException if it is not one JSON value
     */
    public JsonNode json() {
        try {
            return JSON.readTree(bytes());
        } catch (IOException | NumberFormatException notJson) {
            throw new IllegalStateException("The object " + uri() + " does not hold JSON", notJson);
        }
    }

    @Override
    public String toString() {
        return uri() + " (" + size() + " bytes)";
    }
}
