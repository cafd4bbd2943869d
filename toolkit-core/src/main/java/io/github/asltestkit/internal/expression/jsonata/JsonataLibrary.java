package io.github.asltestkit.internal.expression.jsonata;

import java.util.List;
import java.util.stream.Stream;

/** The functions that are the library's own, each with JSONata's signature. */
final class JsonataLibrary {
    /** Ours: they leave Infinity and NaN as they are. */
    private static final List<JsonataFunction> ROUNDING = Stream.of(
                    "floor <n-:n>", "ceil <n-:n>", "round <n-n?:n>", "abs <n-:n>")
            .map(function -> function.split(" "))
            .map(function -> {
                JsonataFunction library = JsonataFunction.library(function[0], function[1]);
                return JsonataFunction.of(
                        function[0],
                        function[1],
                        arguments -> JsonataFunction.argument(arguments, 0) instanceof Double number
                                        && !Double.isFinite(number)
                                ? number
                                : library.call(null, arguments));
            })
            .toList();

    private static final List<JsonataFunction> OTHERS = Stream.of(
                    "sum <a<n>:n>",
                    "max <a<n>:n>",
                    "min <a<n>:n>",
                    "average <a<n>:n>",
                    "substringBefore <s-s:s>",
                    "substringAfter <s-s:s>",
                    "length <s-:n>",
                    "trim <s-:s>",
                    "join <a<s>s?:s>",
                    "sqrt <n-:n>",
                    "boolean <x-:b>",
                    "not <x-:b>",
                    "map <af>",
                    "zip <a+>",
                    "filter <af>",
                    "single <af?>",
                    "reduce <afj?:j>",
                    "sift <o-f?:o>",
                    "keys <x-:a<s>>",
                    "lookup <x-s:x>",
                    "append <xx:a>",
                    "exists <x:b>",
                    "spread <x-:a<o>>",
                    "merge <a<o>:o>",
                    "reverse <a:a>",
                    "each <o-f:a>",
                    "error <s?:x>",
                    "base64encode <s-:s>",
                    "clone <(oa)-:o>")
            .map(function -> function.split(" "))
            .map(function -> JsonataFunction.library(function[0], function[1]))
            .toList();

    static final List<JsonataFunction> FUNCTIONS =
            Stream.of(ROUNDING, OTHERS).flatMap(List::stream).toList();

    private JsonataLibrary() {}
}
