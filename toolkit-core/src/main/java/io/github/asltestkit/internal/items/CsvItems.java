package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.program.Distribution.CsvFormat;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of delimited text: objects of strings, with a field for each header, whatever the number of fields in the row. */
final class CsvItems implements ItemStream {
    private final CsvRecords records;
    private final String source;
    private final Map<String, Integer> columns = new HashMap<>();

    CsvItems(InputStream stream, CsvFormat format, String source) {
        this.records = new CsvRecords(stream, format.delimiter(), source);
        this.source = source;
        List<String> headers = format.headers();
        if (headers == null) {
            headers = records.next();
        }
        if (headers == null) {
            headers = new ArrayList<>();
        }
        checkUnique(headers);
        // The fields come in the order in which a Java HashMap hands out the headers, as AWS writes them (recorded).
        for (int i = 0; i < headers.size(); i++) {
            columns.put(headers.get(i), i);
        }
    }

    /** @throws ItemReaderException in AWS's words, if two are the same */
    static void checkUnique(List<String> headers) {
        if (new HashSet<>(headers).size() < headers.size()) {
            throw new ItemReaderException("CSV headers cannot contain duplicates.");
        }
    }

    @Override
    public @Nullable Item next() {
        List<String> row = records.next();
        return row == null ? null : new Item(null, object(row), source);
    }

    private JsonNode object(List<String> row) {
        ObjectNode object = JsonText.objectOf(columns.size());
        columns.forEach((header, column) -> object.put(header, column < row.size() ? row.get(column) : ""));
        return object;
    }

    @Override
    public void close() {
        records.close();
    }
}
