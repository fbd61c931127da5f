package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.CpuClock;
import id.tenggat.benchmarks.measure.CpuTime;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/**
 * W3. Question: what does the deadline with retries cost, 300,176 applicants and 2.1 million attempts?
 *
 * <p>Baseline: SSJ with the best of its event lists, which counts and keeps no histogram, interval or regency.
 *
 * <p>Trap: the work hangs on the overload, so that a model that loses attempts looks fast. {@code AgreementTest} holds both
 * sides to the same attempts and the same completed share.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar DeadlineBenchmark}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@State(Scope.Thread)
public class DeadlineBenchmark {

    private final Question question = Question.deadline();

    /** Attempts sent in the product. */
    @Benchmark
    public long product(Sides.Product product, CpuTime cpu) {
        return CpuClock.count(cpu, () -> product.play(question)).attempts();
    }

    /** Attempts sent in SSJ. */
    @Benchmark
    public long ssj(Sides.Ssj ssj, CpuTime cpu) {
        return CpuClock.count(cpu, () -> new SsjDeadline(question.scenario(), ssj.newList(), 1).run())
                .attempts();
    }
}
