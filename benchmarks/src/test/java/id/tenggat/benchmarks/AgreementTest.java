package id.tenggat.benchmarks;

import id.tenggat.benchmarks.SsjDeadline.Result;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The product and SSJ answer the same question: means of eight replications on each side, with fixed seeds, lie within four
 * standard errors of their difference, and the error itself is small enough for that to say something.
 */
class AgreementTest {

    private static final int REPLICATIONS = 8;
    private static final double STANDARD_ERRORS = 4;
    /** One sixth of the nation before one sixth of the stations. */
    private static final double SIXTH = 1 / 6.0;

    private final Question deadline = Question.deadline().perRegency(97).capacityTimes(SIXTH);

    @Test
    void aQueueMakesBothWaitEquallyLong() {
        Question queue = Question.mm64Of(200_000);
        List<Counted> product = IntStream.rangeClosed(1, REPLICATIONS)
                .mapToObj(seed -> played(queue.withSeed(seed)))
                .toList();
        List<SsjQueue.Result> ssj = IntStream.rangeClosed(1, REPLICATIONS)
                .mapToObj(r -> new SsjQueue(queue.scenario(), EventLists.named("BinaryTree"), r).run())
                .toList();
        assertAgree(
                Sample.of(product, Counted::meanWaitSeconds), Sample.of(ssj, SsjQueue.Result::meanWaitSeconds), 0.05);
    }

    @Test
    void aDeadlineIsReachedByAsManyWithAsManyAttempts() {
        List<Counted> product = IntStream.rangeClosed(1, REPLICATIONS)
                .mapToObj(seed -> played(deadline.withSeed(seed)))
                .toList();
        List<Result> ssj = IntStream.rangeClosed(1, REPLICATIONS)
                .mapToObj(replication -> simulated(deadline, replication))
                .toList();
        assertAgree(Sample.of(product, c -> c.completed), Sample.of(ssj, Result::completed), 0.01);
        assertAgree(Sample.of(product, c -> c.attempts), Sample.of(ssj, Result::attempts), 0.01);
    }

    private static Counted played(Question question) {
        Counted counted = new Counted();
        Play.told(question, counted);
        return counted;
    }

    private static Result simulated(Question question, int replication) {
        return new SsjDeadline(question.scenario(), EventLists.named("BinaryTree"), replication).run();
    }

    @Test
    void bothHoldTheSameEventsAtTheSameTimes() {
        HoldBenchmark.Product product = new HoldBenchmark.Product();
        HoldBenchmark.Ssj ssj = new HoldBenchmark.Ssj();
        HoldBenchmark.Increments first = new HoldBenchmark.Increments();
        HoldBenchmark.Increments second = new HoldBenchmark.Increments();
        product.pending = 1000;
        ssj.pending = 1000;
        product.fill(first);
        ssj.fill(second);
        for (int i = 0; i < 10_000; i++) {
            assertThat((double) product.hold(first)).as("event %d", i).isEqualTo(ssj.hold(second));
        }
    }

    @Test
    void everyEventListOfSsjGivesTheSameRun() {
        List<String> lists = List.of("BinaryTree", "DoublyLinked", "Henriksen", "RedblackTree", "SplayTree");
        Question small = deadline.perRegency(10);
        assertThat(lists.stream()
                        .map(list -> new SsjDeadline(small.scenario(), EventLists.named(list), 1).run())
                        .distinct())
                .hasSize(1);
    }

    private static void assertAgree(Sample product, Sample ssj, double relativeError) {
        assertThat(product.apartFrom(ssj))
                .as("product %s, SSJ %s", product, ssj)
                .isLessThan(STANDARD_ERRORS);
        assertThat(Math.max(product.error(), ssj.error()))
                .as("standard error, product %s, SSJ %s", product, ssj)
                .isLessThan(relativeError * ssj.mean());
    }
}
