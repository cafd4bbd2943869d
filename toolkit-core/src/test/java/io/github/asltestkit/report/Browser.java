package io.github.asltestkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window: what it makes of a page. */
final class Browser {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private final String command;
    private final Path folder;

    private Browser(String command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /** The browser that is installed; a test is skipped where there is none. */
    static Browser installed(Path folder) {
        Optional<Path> found = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(path -> NAMES.stream().map(name -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "No browser is installed: one of " + NAMES + " is looked for on the PATH");
        return new Browser(found.orElseThrow().toString(), folder);
    }

    /**
     * What a page shows at each of some addresses within it, as HTML, in their order. A browser takes its time to start, so
     * it starts once: a copy of the page walks from one to the next.
     */
    List<String> walk(Path file, List<String> fragments, String... options) throws IOException, InterruptedException {
        String walk = """
                <script>
                (function () {
                  var stops = %s;
                  function next(i) {
                    if (i === stops.length) {
                      return;
                    }
                    location.hash = stops[i];
                    setTimeout(function () {
                      var section = document.createElement('section');
                      section.innerHTML = '<!--stop-->' + document.getElementById('page').innerHTML;
                      document.body.appendChild(section);
                      next(i + 1);
                    }, 500);
                  }
                  next(0);
                })();
                </script>
                </body>""".formatted(fragments.stream().map(it -> "'" + it + "'").toList());
        Path copy = Files.writeString(
                file.resolveSibling("walk.html"), Files.readString(file).replace("</body>", walk));
        List<String> sections = List.of(page(copy, options).split("<!--stop-->"));
        assertThat(sections).as("sections").hasSizeGreaterThan(fragments.size());
        int first = sections.size() - fragments.size();
        List<String> shown = new ArrayList<>(sections.subList(first, sections.size()));
        shown.add(0, sections.get(0));
        return shown;
    }

    /** The page as it is after its scripts have run, as HTML. */
    private String page(Path file, String... options) throws IOException, InterruptedException {
        Path out = folder.resolve("page.html");
        Path log = folder.resolve("browser.log");
        List<String> arguments = new ArrayList<>(List.of(
                command,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=10000",
                "--dump-dom"));
        arguments.addAll(List.of(options));
        arguments.add(file.toUri().toString());
        Process process = new ProcessBuilder(arguments)
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("the browser has ended")
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        assertThat(Files.readString(log)).as("the browser's console").doesNotContain(":CONSOLE");
        return Files.readString(out);
    }
}
