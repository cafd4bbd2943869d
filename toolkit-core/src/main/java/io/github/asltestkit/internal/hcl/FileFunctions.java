package io.github.asltestkit.internal.hcl;

import io.github.asltestkit.internal.hcl.Functions.Function;
import io.github.asltestkit.internal.hcl.Value.Entry;
import io.github.asltestkit.internal.hcl.Value.Piece;
import io.github.asltestkit.internal.hcl.Value.Text;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Functions of the files beside the module. */
final class FileFunctions {
    private final Environment environment;
    private final Evaluator evaluator;
    private final Map<String, String> texts = new HashMap<>();

    FileFunctions(Environment environment, Evaluator evaluator) {
        this.environment = environment;
        this.evaluator = evaluator;
    }

    void register(Map<String, Function> functions) {
        functions.put("file", (arguments, at) -> file(arguments, at));
        functions.put("templatefile", (arguments, at) -> template(source(arguments, at), arguments, at));
        functions.put(
                "templatestring",
                (arguments, at) -> template(
                        new Source(
                                at.source().file(),
                                Values.plain(arguments.get(0), at),
                                i -> at.source().original().applyAsInt(at.start())),
                        arguments,
                        at));
        functions.put(
                "fileexists",
                (arguments, at) -> Values.bool(
                        environment.file(Values.plain(arguments.get(0), at).replaceFirst("^(?:\\./+)+", "")) != null,
                        at));
        functions.put(
                "filebase64",
                (arguments, at) -> Value.text(
                        Base64.getEncoder()
                                .encodeToString(source(arguments, at).text().getBytes(StandardCharsets.UTF_8)),
                        at));
        functions.put(
                "basename",
                (arguments, at) ->
                        Values.changed(arguments.get(0), at, path -> path.substring(path.lastIndexOf('/') + 1)));
        functions.put(
                "dirname",
                (arguments, at) -> Values.changed(
                        arguments.get(0),
                        at,
                        path -> path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "."));
        functions.put("abspath", (arguments, at) -> arguments.get(0));
    }

    private Source source(List<Value> arguments, Span at) {
        String path = Values.plain(arguments.get(0), at).replaceFirst("^(?:\\./+)+", "");
        if (Values.unknown(arguments.get(0)) != null) {
            throw new Functions.Unsure();
        }
        String text = texts.computeIfAbsent(path, environment::file);
        if (text == null) {
            throw HclException.missingFile(path, at);
        }
        return Source.of(path, text);
    }

    private Value file(List<Value> arguments, Span at) {
        Source source = source(arguments, at);
        Span whole = new Span(source, 0, source.text().length());
        return new Text(source.text(), List.of(new Piece(0, whole, true)), List.of(), false, whole);
    }

    private Value template(Source source, List<Value> arguments, Span at) {
        Map<String, Entry> variables = arguments.size() > 1 ? Values.fields(arguments.get(1), at) : Map.of();
        return evaluator.evaluate(HclParser.template(source), (name, place) -> {
            Entry entry = variables.get(name);
            if (entry == null) {
                throw new HclException("templatefile gives the template no variable \"" + name + "\"", place);
            }
            return entry.value();
        });
    }
}
