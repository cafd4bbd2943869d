package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.s3.S3Object;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ListObjectsV2 says of each object; the names and their order are AWS's (recorded). */
final class ListedItems implements ItemStream {
    private final Iterator<S3Object> objects;

    ListedItems(List<S3Object> objects) {
        this.objects = objects.iterator();
    }

    @Override
    public @Nullable Item next() {
        if (!objects.hasNext()) {
            return null;
        }
        S3Object object = objects.next();
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("Etag", object.eTag());
        item.put("LastModified", object.lastModified().getEpochSecond());
        item.put("Key", object.key());
        item.put("Size", object.size());
        item.put("StorageClass", "STANDARD");
        return new Item(null, item, "s3://" + object.bucket().name());
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
