package io.github.asltestkit.internal.parse;

import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Terraform's template language around a definition in JSON. */
final class TerraformTemplate {
    /** Not what begins a JSONata expression that is an object. */
    private static final Pattern DIRECTIVE = Pattern.compile("(?<!%)%\\{~?\\s*(?:for|if|else|endif|endfor)\\b");

    private TerraformTemplate() {}

    /** The definition in a template's text; null where it cannot be read, which is then said. */
    static @Nullable PlacedJson read(String name, MappedText template, LineIndex file, List<Diagnostic> diagnostics) {
        Matcher directive = DIRECTIVE.matcher(template.text());
        if (directive.find()) {
            PlacedJson.Place at = file.place(template.original(directive.start()));
            diagnostics.add(new Diagnostic(
                    Severity.ERROR,
                    RelatedFile.NOT_FOUND,
                    "Directives of Terraform's template language are evaluated by Terraform alone",
                    new Location(name, at.line(), at.column(), ""),
                    "render the template and test what it gives",
                    null));
            return null;
        }
        return JsonReader.read(name, Placeholders.quoted(unescaped(template)), file, diagnostics);
    }

    /** <code>$${</code> and <code>%%{</code> stand for themselves without their first character. */
    private static MappedText unescaped(MappedText template) {
        String text = template.text();
        MappedText.Builder plain = new MappedText.Builder();
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("$${", at) || text.startsWith("%%{", at)) {
                plain.append(template.part(done, at));
                done = ++at;
            }
        }
        return done == 0
                ? template
                : plain.append(template.part(done, text.length())).build();
    }
}
