package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.node.NullNode;
import io.github.asltestkit.internal.hcl.Expression;
import io.github.asltestkit.internal.hcl.Expression.Call;
import io.github.asltestkit.internal.hcl.Expression.Item;
import io.github.asltestkit.internal.hcl.Expression.Mapping;
import io.github.asltestkit.internal.hcl.Value;
import io.github.asltestkit.internal.hcl.Value.Entry;
import io.github.asltestkit.internal.hcl.Value.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of variables, as far as they change a value: optional attributes that are absent are null or their default. */
final class TerraformTypes {
    private TerraformTypes() {}

    static Value apply(Value value, @Nullable Expression type, TerraformModule module) {
        if (!(type instanceof Call call) || call.arguments().isEmpty()) {
            return value;
        }
        Expression of = call.arguments().get(0);
        return switch (call.function()) {
            case "object" ->
                of instanceof Mapping mapping && value instanceof Fields fields
                        ? object(fields, mapping, module)
                        : value;
            case "map" -> value instanceof Fields fields ? map(fields, of, module) : value;
            default -> value;
        };
    }

    private static Value map(Fields fields, Expression type, TerraformModule module) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        fields.entries()
                .forEach((name, entry) -> entries.put(
                        name, new Entry(apply(entry.value(), type, module), entry.name(), entry.written())));
        return new Fields(entries, fields.partial(), fields.at());
    }

    private static Value object(Fields fields, Mapping type, TerraformModule module) {
        Map<String, Entry> entries = new LinkedHashMap<>(fields.entries());
        for (Item item : type.items()) {
            String name = TerraformModule.text(module.evaluate(item.key()));
            boolean optional =
                    item.value() instanceof Call call && call.function().equals("optional");
            if (name == null) {
                continue;
            }
            Entry entry = entries.get(name);
            Expression inner = optional && !((Call) item.value()).arguments().isEmpty()
                    ? ((Call) item.value()).arguments().get(0)
                    : item.value();
            if (entry != null) {
                Value typed = apply(entry.value(), inner, module);
                entries.put(name, new Entry(typed, entry.name(), entry.written()));
            } else if (optional) {
                Call call = (Call) item.value();
                Value value = call.arguments().size() > 1
                        ? apply(module.evaluate(call.arguments().get(1)), inner, module)
                        : new Value.Scalar(NullNode.getInstance(), item.value().at());
                entries.put(name, new Entry(value, item.key().at(), item.value().at()));
            }
        }
        return new Fields(entries, fields.partial(), fields.at());
    }
}
