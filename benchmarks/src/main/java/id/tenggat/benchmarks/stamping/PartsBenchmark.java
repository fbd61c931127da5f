package id.tenggat.benchmarks.stamping;

import id.tenggat.stamping.Parts;
import id.tenggat.stamping.StampRefusedException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;

/**
 * Question: which part of a stamp takes how long?
 *
 * <p>Baseline: {@link StampBenchmark#productPress}, which is all of them.
 *
 * <p>Trap: each part here finds its data in the nearest cache, and its branches learnt; in a whole stamp the digest has swept
 * both. The parts add up to less than the whole.
 *
 * <p>Run: {@code ./tenggat bench stamping PartsBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 2, time = 1)
public class PartsBenchmark {

    /** A document that was stamped once, so that every part has what it needs. */
    @State(Scope.Thread)
    public static class Stamped {

        private Parts parts = Parts.of(new Request().algorithm);

        /** Stamps. */
        @Setup
        public void stamp(Request request) throws StampRefusedException {
            parts = Parts.of(request.algorithm);
            parts.read(request.pdf(), Request.PLACE);
            parts.assemble(request.nextSerial());
        }
    }

    /** Its end, catalog, page and form are read. */
    @Benchmark
    public void read(Request request, Stamped stamped) throws StampRefusedException {
        stamped.parts.read(request.pdf(), Request.PLACE);
    }

    /** The bitmap of a serial number. */
    @Benchmark
    public long qrCode(Request request, Stamped stamped) {
        return stamped.parts.qrCode(request.nextSerial());
    }

    /** The stamp's drawing, QR code included. */
    @Benchmark
    public int appearance(Request request, Stamped stamped) {
        return stamped.parts.appearance(request.nextSerial());
    }

    /** The whole update, appearance included, but without its signature. */
    @Benchmark
    public int assemble(Request request, Stamped stamped) throws StampRefusedException {
        return stamped.parts.assemble(request.nextSerial());
    }

    /** SHA-256 of the document. */
    @Benchmark
    public byte[] digest(Request request, Stamped stamped) {
        return stamped.parts.digest(request.pdf(), request.pdf().length);
    }

    /** SHA-256 of the update. */
    @Benchmark
    public byte[] digestOfUpdate(Stamped stamped) {
        return stamped.parts.digestOfUpdate();
    }

    /** One raw signature. */
    @Benchmark
    public int signature(Stamped stamped) throws GeneralSecurityException {
        return stamped.parts.signature();
    }

    /** Digest and signature are put into the container. */
    @Benchmark
    public byte[] container(Stamped stamped) {
        return stamped.parts.container();
    }
}
