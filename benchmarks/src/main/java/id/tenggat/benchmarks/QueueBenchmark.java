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
 * W1. Question: what does a plain queue cost, M/M/64 at a load of 0.95, 5,000,000 customers?
 *
 * <p>Baseline: SSJ with the best of its event lists, which tallies the wait and nothing else. The product's engine plays a
 * scenario: it also keeps timeouts, regencies, histograms and the station's areas.
 *
 * <p>Trap: about 65 events are pending, so that any list will do; what is measured is the work around it.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar QueueBenchmark}
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@State(Scope.Thread)
public class QueueBenchmark {

    private final Question question = Question.mm64();

    /** Customers served by the product. */
    @Benchmark
    public long product(Sides.Product product, CpuTime cpu) {
        return CpuClock.count(cpu, () -> product.play(question)).attempts();
    }

    /** Customers served by SSJ. */
    @Benchmark
    public long ssj(Sides.Ssj ssj, CpuTime cpu) {
        return CpuClock.count(cpu, () -> new SsjQueue(question.scenario(), ssj.newList(), 1).run())
                .customers();
    }
}
