package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.CpuClock;
import id.tenggat.benchmarks.measure.CpuTime;
import id.tenggat.capacity.HoldModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.eventlist.EventList;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * W2, the hold model. Question: what does it cost to take the first of N pending events and put it in again an exponential
 * increment later?
 *
 * <p>Baseline: SSJ's event lists, called without its simulator. DoublyLinked is left out: an insertion walks over half of
 * the list, which is 1 ms at 10⁶ events, and filling it would take a quarter of an hour.
 *
 * <p>Trap: right after filling a structure is younger than it will ever be again; every event is held four times before the
 * clock runs. Increments come from a table that both sides read alike, so that no generator is timed.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar HoldBenchmark}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HoldBenchmark {

    private static final int HOLDS_BEFORE = 4;
    /** Holds between two looks at the CPU clock, which costs some hundred nanoseconds. */
    private static final int HOLDS = 100_000;

    /** Exponential increments with mean 1 s, in nanoseconds, over and over. */
    @State(Scope.Thread)
    public static class Increments {

        private static final int COUNT = 1 << 20;

        private final long[] ns = new SplittableRandom(2)
                .doubles(COUNT)
                .mapToLong(u -> (long) (-1e9 * Math.log1p(-u)))
                .toArray();
        private int next;

        long nextNs() {
            return ns[next++ & COUNT - 1];
        }
    }

    /** The product's set. */
    @State(Scope.Thread)
    public static class Product {

        /** Pending events. */
        @Param({"1000", "100000", "1000000"})
        public int pending;

        private final HoldModel model = new HoldModel();

        /** Fills it and makes it old. */
        @Setup
        public void fill(Increments increments) {
            for (int i = 0; i < pending; i++) {
                model.add(i, increments.nextNs());
            }
            for (int i = 0; i < HOLDS_BEFORE * pending; i++) {
                hold(increments);
            }
        }

        long hold(Increments increments) {
            return model.hold(increments.nextNs());
        }
    }

    /** SSJ's lists. */
    @State(Scope.Thread)
    public static class Ssj {

        /** Pending events. */
        @Param({"1000", "100000", "1000000"})
        public int pending;

        /** The event list, by SSJ's name. */
        @Param({"BinaryTree", "Henriksen", "RedblackTree", "SplayTree"})
        public String list = "BinaryTree";

        private EventList events = EventLists.named(list);

        /** Fills it and makes it old. */
        @Setup
        public void fill(Increments increments) {
            events = EventLists.named(list);
            for (int i = 0; i < pending; i++) {
                events.add(new Held().at((double) increments.nextNs()));
            }
            for (int i = 0; i < HOLDS_BEFORE * pending; i++) {
                hold(increments);
            }
        }

        double hold(Increments increments) {
            Held first = (Held) events.removeFirst();
            double now = first.time();
            events.add(first.at(now + (double) increments.nextNs()));
            return now;
        }
    }

    /** Sets its time itself: the public way is closed to an event that had one before. */
    private static final class Held extends Event {

        Held at(double time) {
            eventTime = time;
            return this;
        }

        @Override
        public void actions() {
            throw new IllegalStateException("a held event is never carried out");
        }
    }

    /** Time of the last event held in the product's set. */
    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public long product(Product product, Increments increments, CpuTime cpu) {
        return CpuClock.count(cpu, HOLDS, () -> {
            long nowNs = 0;
            for (int i = 0; i < HOLDS; i++) {
                nowNs = product.hold(increments);
            }
            return nowNs;
        });
    }

    /** Time of the last event held in SSJ's list. */
    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public double ssj(Ssj ssj, Increments increments, CpuTime cpu) {
        return CpuClock.count(cpu, HOLDS, () -> {
            double now = 0;
            for (int i = 0; i < HOLDS; i++) {
                now = ssj.hold(increments);
            }
            return now;
        });
    }
}
