package io.github.asltestkit.s3;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Amazon S3 in memory: the buckets that the Map states of a harness read their items from and write their results to. Its
 * time is the harness's virtual clock. Not to be used by several threads at once.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">ItemReader</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter</a>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class VirtualS3 {
    private final InstantSource clock;
    private final TreeMap<String, Bucket> buckets = new TreeMap<>();
    private final Set<String> missed = new LinkedHashSet<>();

    /**
     * Without a bucket.
     *
     * @param clock says when objects were modified
     */
    public VirtualS3(InstantSource clock) {
        this.clock = clock;
    }

    /** The bucket of a name, made here where there was none. */
    public Bucket bucket(String name) {
        return buckets.computeIfAbsent(name, n -> new Bucket(n, clock, missed));
    }

    /** Whether there is a bucket of a name. */
    public boolean hasBucket(String name) {
        return buckets.containsKey(name);
    }

    /**
     * The bucket of a name, as a request finds it.
     *
     * @throws S3Exception NoSuchBucket, if there is none
     */
    public Bucket existing(String name) {
        Bucket bucket = buckets.get(name);
        if (bucket == null) {
            missed.add(name);
            throw S3Exception.noSuchBucket();
        }
        return bucket;
    }

    /**
     * What requests asked for and did not find, each once, in that order: a bucket by its name, an object as
     * {@code bucket/key}, and what starts with a prefix as {@code bucket/prefix*}.
     */
    public List<String> missed() {
        return List.copyOf(missed);
    }

    /** All buckets, sorted by name. */
    public List<Bucket> buckets() {
        return List.copyOf(buckets.values());
    }
}
