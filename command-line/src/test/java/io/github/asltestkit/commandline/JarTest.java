package io.github.asltestkit.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar as it was built, run as the README says. */
class JarTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String BUILD = "mvn -q -Dquick -DskipTests -pl command-line -am package";
    private static final String RUN = "java -jar command-line/target/asl-testkit.jar";

    private record Ended(int code, String output) {}

    private static Ended run(String command, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of(more));
        Process process = new ProcessBuilder(words)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), output.replace("\r\n", "\n"));
    }

    /** The first of the two lines makes the jar; {@code .ci/command-line} runs both in a fresh clone. */
    @Test
    void the_two_lines_of_the_readme_run_it() throws IOException, InterruptedException {
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
        assertThat(lines).contains(BUILD);
        String command = lines.get(lines.indexOf(BUILD) + 1);
        assertThat(command).startsWith(RUN);

        Ended ended = run(command);
        assertThat(ended.code()).isZero();
        assertThat(ended.output()).isEqualTo(Files.readString(Path.of("src/test/resources/approved/help.txt")));
    }

    @Test
    void the_exit_codes_are_those_of_the_commands() throws IOException, InterruptedException {
        String folder = "command-line/src/test/resources/";
        Ended diff = run(RUN, "diff", folder + "order.main.asl.json", folder + "order.asl.json");

        assertThat(diff.code()).as(diff.output()).isEqualTo(1);
        assertThat(diff.output()).contains("total = 1000");
        assertThat(run(RUN, "diff").code()).isEqualTo(2);
        assertThat(run(RUN, "--version").output()).matches("asl-testkit \\d.*\\n");
    }

    @Test
    void it_holds_its_libraries_and_its_licence() throws IOException {
        try (JarFile jar =
                new JarFile(ROOT.resolve("command-line/target/asl-testkit.jar").toFile())) {
            assertThat(jar.getEntry("picocli/CommandLine.class")).isNotNull();
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo(AslTestkit.class.getName());
        }
    }
}
