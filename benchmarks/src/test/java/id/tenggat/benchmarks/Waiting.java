package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.Lifeline;

import java.util.concurrent.CountDownLatch;

/** A program that would never end by itself. */
final class Waiting {

    static final String READY = "ready";

    private Waiting() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        Lifeline.holdIfAsked();
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
