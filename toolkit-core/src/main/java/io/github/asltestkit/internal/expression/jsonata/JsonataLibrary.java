package io.github.asltestkit.internal.expression.jsonata;

import java.util.List;
import java.util.stream.Stream;

/** The functions that are the library's own, each with JSONata's signature. */
final class JsonataLibrary {
    static final List<JsonataFunction> FUNCTIONS = Stream.of(
                    "sum <a<n>:n>",
                    "max <a<n>:n>",
                    "min <a<n>:n>",
                    "average <a<n>:n>",
                    "substringBefore <s-s:s>",
                    "substringAfter <s-s:s>",
                    "lowercase <s-:s>",
                    "uppercase <s-:s>",
                    "length <s-:n>",
                    "trim <s-:s>",
                    "join <a<s>s?:s>",
                    "formatInteger <n-s:s>",
                    "parseInteger <s-s:n>",
                    "floor <n-:n>",
                    "ceil <n-:n>",
                    "round <n-n?:n>",
                    "abs <n-:n>",
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
                    "base64decode <s-:s>",
                    "clone <(oa)-:o>")
            .map(function -> function.split(" "))
            .map(function -> JsonataFunction.library(function[0], function[1]))
            .toList();

    private JsonataLibrary() {}
}
