package io.github.asltestkit.internal.parse;

import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import io.github.asltestkit.internal.hcl.Evaluator;
import io.github.asltestkit.internal.hcl.HclException;
import io.github.asltestkit.internal.hcl.HclParser;
import io.github.asltestkit.internal.hcl.Source;
import io.github.asltestkit.internal.hcl.Value;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A definition in a file of Terraform's template language, without the call of {@code templatefile} that names it. */
final class TerraformTemplate {
    private TerraformTemplate() {}

    static boolean isOne(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".tpl") || lower.endsWith(".tftpl");
    }

    /** The definition; null if the text cannot be read, which is then said in the diagnostics. */
    static @Nullable PlacedJson read(
            String name, String text, DefinitionOptions options, List<Diagnostic> diagnostics) {
        LineIndex lines = new LineIndex(text);
        TerraformModule module = new TerraformModule(new TerraformFiles(options.files(), ""), options.substitutions());
        try {
            Source source = Source.of(name, text);
            Value value = new Evaluator(module).evaluate(HclParser.template(source), (root, at) -> null);
            if (value instanceof Value.Text template) {
                boolean yaml =
                        !text.isBlank() && "{[\"".indexOf(text.stripLeading().charAt(0)) < 0;
                Value definition = yaml ? new Value.Decoded(template, true, () -> value, value.at()) : value;
                return TerraformDefinition.read(definition, file -> lines, diagnostics);
            }
            if (value instanceof Value.Unknown unknown) {
                String variable = unknown.cause().name();
                diagnostics.add(new Diagnostic(
                        Severity.ERROR,
                        RelatedFile.NOT_FOUND,
                        "The template depends on " + variable + ", which has no value",
                        location(name, lines, unknown.cause().start()),
                        "give it a value: withSubstitution(\"" + variable.replace("\"", "\\\"") + "\", ...)",
                        null));
            }
        } catch (HclException refused) {
            diagnostics.add(new Diagnostic(
                    Severity.ERROR,
                    TerraformFile.REFUSED,
                    String.valueOf(refused.getMessage()),
                    location(name, lines, refused.at().start()),
                    null,
                    null));
        }
        return null;
    }

    private static Location location(String name, LineIndex lines, int offset) {
        PlacedJson.Place at = lines.place(offset);
        return new Location(name, at.line(), at.column(), "");
    }
}
