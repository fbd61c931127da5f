package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.Machine;
import id.tenggat.capacity.Outcome;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Question: are two replications of W3 on two threads almost as fast as one on one?
 *
 * <p>Baseline: the same two, one after the other; 2 is the bound, 1.8 is wanted. Trap: both cores must be free. A neighbour takes
 * more from two threads than from one, and so does the compiler until all is compiled; the least of fifteen rounds is printed.
 *
 * <p>Run: {@code java -cp benchmarks/target/benchmarks.jar id.tenggat.benchmarks.TwoThreads}
 */
public final class TwoThreads {

    private static final int ROUNDS = 15;

    private TwoThreads() {}

    /** No arguments. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        System.out.println(Machine.line());
        ExecutorService one = Executors.newFixedThreadPool(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            double leastOne = Double.POSITIVE_INFINITY;
            double leastTwo = Double.POSITIVE_INFINITY;
            for (int round = 1; round <= ROUNDS; round++) {
                leastOne = Math.min(leastOne, wallSeconds(one));
                leastTwo = Math.min(leastTwo, wallSeconds(two));
            }
            System.out.printf(
                    Locale.ROOT,
                    "two replications: %.3f s on one thread, %.3f s on two, %.2f times as fast%n",
                    leastOne,
                    leastTwo,
                    leastOne / leastTwo);
        } finally {
            one.shutdown();
            two.shutdown();
        }
    }

    private static double wallSeconds(ExecutorService threads) throws InterruptedException, ExecutionException {
        Callable<Outcome> first = () -> Play.recorded(Question.deadline().withSeed(1));
        Callable<Outcome> second = () -> Play.recorded(Question.deadline().withSeed(2));
        long startNs = System.nanoTime();
        for (Future<Outcome> played : threads.invokeAll(List.of(first, second))) {
            played.get();
        }
        return (System.nanoTime() - startNs) / 1e9;
    }
}
