package io.github.asltestkit.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A fresh JVM from its start to the end of its first and only test, with the toolkit and without. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 10)
public class ColdStartBenchmark {
    /** The test class of {@link ColdStart} that the JVM runs. */
    @Param({"PlainTest", "OrderTest"})
    String test = "";

    @Benchmark
    public int startAJvmAndRunOneTest() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdStart.class.getName(),
                        test)
                .inheritIO()
                .start();
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException(test + " failed; exit status " + status);
        }
        return status;
    }
}
