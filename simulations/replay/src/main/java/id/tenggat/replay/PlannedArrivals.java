package id.tenggat.replay;

import io.gatling.core.controller.inject.open.OpenInjectionStep;
import io.gatling.core.controller.inject.open.OpenInjectionSupport;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.internal.Converters;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

/**
 * The instants at which the virtual users of one run are due, and the run's zero on the axis of {@link System#nanoTime}.
 *
 * <p>Gatling starts user {@code index} about {@link #LEAD_NS} before it is due, once, and numbers the users in the order
 * of the plan: {@code session.userId() - 1} is the index. The rest of the wait is {@link Seat}'s.
 *
 * Gatling's own steps can't do this: they count in whole seconds and nest one iterator in the next.
 *
 * <p>An instance serves one run.
 */
public final class PlannedArrivals {
    /**
     * How far the run's zero lies after Gatling's. Gatling hands a second's users (at first two seconds') to its timers
     * one by one, each with the wait that was right when it took up the first, so a user is late by what the ones before
     * it took: 12 ms for 1,000 users not long after a warm-up. The lead takes that up.
     */
    static final long LEAD_NS = MILLISECONDS.toNanos(250);

    private final long[] offsetsNs;
    private final CompletableFuture<Long> zeroNs = new CompletableFuture<>();

    /**
     * @param offsetsNs nanoseconds from the start of the run to each arrival, none negative, in ascending order
     * @throws IllegalArgumentException if an offset is negative or smaller than the one before it
     */
    public PlannedArrivals(long[] offsetsNs) {
        this.offsetsNs = offsetsNs.clone();
        requireAscending(this.offsetsNs);
    }

    private static void requireAscending(long[] offsetsNs) {
        long previousNs = 0;
        for (int index = 0; index < offsetsNs.length; index++) {
            if (offsetsNs[index] < previousNs) {
                throw new IllegalArgumentException("arrival " + index + " is due at " + offsetsNs[index]
                        + " ns; it may not be due before " + previousNs + " ns");
            }
            previousNs = offsetsNs[index];
        }
    }

    /** How many users the plan holds. */
    public int size() {
        return offsetsNs.length;
    }

    /** The same scenario with these arrivals, ready for {@code Simulation.setUp}. */
    public PopulationBuilder inject(ScenarioBuilder scenario) {
        var steps = Converters.toScalaSeq(List.<OpenInjectionStep>of(new PlannedStep(this)));
        var profile = OpenInjectionSupport.OpenInjectionProfileFactory().profile(steps);
        return new PopulationBuilder(scenario.wrapped.inject(profile));
    }

    /**
     * When user {@code index} is due on the axis of {@link System#nanoTime}.
     *
     * @throws IllegalStateException before Gatling has started the injection
     */
    public long dueNs(int index) {
        if (!zeroNs.isDone()) {
            throw new IllegalStateException("the run has not started: its arrivals have no instants yet");
        }
        return zeroNs.join() + offsetsNs[index];
    }

    /** The run's zero on the axis of {@link System#nanoTime}, as soon as Gatling has started the injection. */
    public CompletionStage<Long> zeroNs() {
        return zeroNs;
    }

    /** Marks the run's zero. Gatling has taken its own just before. */
    void start() {
        if (!zeroNs.complete(System.nanoTime() + LEAD_NS)) {
            throw new IllegalStateException("these arrivals were played already: every run needs its own");
        }
    }

    long offsetMs(int index) {
        return NANOSECONDS.toMillis(offsetsNs[index]);
    }

    long lengthMs() {
        return offsetsNs.length == 0 ? 0 : offsetMs(offsetsNs.length - 1);
    }
}
