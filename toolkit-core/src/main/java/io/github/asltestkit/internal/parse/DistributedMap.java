package io.github.asltestkit.internal.parse;

import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.internal.spec.Quotas;

/** Checks the fields of a Map state that only a distributed one uses; the model keeps them as they are written. */
final class DistributedMap {
    private DistributedMap() {}

    static void check(Fields map, QueryLanguage language) {
        Fields reader = map.object("ItemReader");
        Fields config = reader == null ? null : reader.object("ReaderConfig");
        if (config != null) {
            number(config, "MaxItems", Quotas.MAP_RUN_ITEMS, language);
        }
        Fields batcher = map.object("ItemBatcher");
        if (batcher != null) {
            number(batcher, "MaxItemsPerBatch", Long.MAX_VALUE, language);
            number(batcher, "MaxInputBytesPerBatch", Long.MAX_VALUE, language);
        }
        map.object("ResultWriter");
    }

    private static void number(Fields fields, String name, long max, QueryLanguage language) {
        String path = name + "Path";
        fields.integerOrExpression(name, language, 0, max);
        fields.text(path);
        if (language == QueryLanguage.JSONATA && fields.has(path)) {
            fields.ofOtherLanguage(path, language);
        } else {
            fields.atMostOne(name, path);
        }
    }
}
