package id.tenggat.benchmarks.stamping;

import id.tenggat.benchmarks.measure.CpuClock;
import id.tenggat.benchmarks.measure.CpuTime;
import id.tenggat.stamping.StampRefusedException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;

/**
 * Question: what does one whole stamp cost, from an upload in memory to the stamped document?
 *
 * <p>Baseline: below, the floor, which is the digest of the upload and one raw signature by the product's provider; above, what
 * PDFBox, OpenPDF and EU DSS take for the same, once as documented and once with the fastest provider that they can be given.
 *
 * <p>Trap: the peers are large, and slow until they are compiled: they warm up for five seconds in one fork. The provider
 * decides more than the library where a signature is dear, so that the ratios of the two flavours are told apart. A peer
 * that signed nothing would be quick; {@code PeersTest} holds all to valid signatures.
 *
 * <p>Run: {@code ./tenggat bench stamping}, or {@code java -jar benchmarks/target/benchmarks.jar stamping}; {@code -prof gc}
 * tells the bytes allocated, {@code -t 2} stamps on two threads.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
public class StampBenchmark {

    /** Stamps between two looks at the CPU clock, which alone takes longer than a part of a stamp. */
    static final int BATCH = 20;

    /** The stamped document in a new array, by the product, as the stack stamps. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int product(Request request, Sides.Ours product, CpuTime cpu) throws StampRefusedException {
        return CpuClock.count(cpu, BATCH, () -> {
            int bytes = 0;
            for (int i = 0; i < BATCH; i++) {
                bytes += product.stamp(request).length;
            }
            return bytes;
        });
    }

    /** The update beside the document, by the product. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int productPress(Request request, Sides.Ours product, CpuTime cpu) throws StampRefusedException {
        return CpuClock.count(cpu, BATCH, () -> {
            int bytes = 0;
            for (int i = 0; i < BATCH; i++) {
                bytes += product.press(request);
            }
            return bytes;
        });
    }

    /** The same, of documents that were hashed while they arrived: hashing is in the wall time only. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int productArrived(Request request, Sides.Ours product, CpuTime cpu) throws StampRefusedException {
        product.arrive(request, BATCH);
        return CpuClock.count(cpu, BATCH, () -> {
            int bytes = 0;
            for (int i = 0; i < BATCH; i++) {
                bytes += product.pressArrived(request, i);
            }
            return bytes;
        });
    }

    /** The digest and the signature alone. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int floor(Request request, Sides.Bare floor, CpuTime cpu) throws GeneralSecurityException {
        return CpuClock.count(cpu, BATCH, () -> {
            int bytes = 0;
            for (int i = 0; i < BATCH; i++) {
                bytes += floor.sign(request);
            }
            return bytes;
        });
    }

    /** The same, and a new array with the document's bytes. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int floorAndCopy(Request request, Sides.Bare floor, CpuTime cpu, Blackhole hole)
            throws GeneralSecurityException {
        return CpuClock.count(cpu, BATCH, () -> {
            int bytes = 0;
            for (int i = 0; i < BATCH; i++) {
                hole.consume(request.pdf().clone());
                bytes += floor.sign(request);
            }
            return bytes;
        });
    }

    /** The signature alone, of a digest that is there. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int signature(Request request, Sides.Bare floor, CpuTime cpu) throws GeneralSecurityException {
        return CpuClock.count(cpu, BATCH, () -> {
            int bytes = 0;
            for (int i = 0; i < BATCH; i++) {
                bytes += floor.signDigest(request);
            }
            return bytes;
        });
    }

    /** The stamped document, by another library. */
    @Benchmark
    @Fork(1)
    @Warmup(iterations = 1, time = 5)
    public byte[] theirs(Request request, Sides.Theirs library, CpuTime cpu) throws Exception {
        return CpuClock.count(cpu, () -> library.stamp(request));
    }
}
