package id.tenggat.replay;

import id.tenggat.policy.AbortWatch;
import id.tenggat.policy.AbortWatch.Fired;
import id.tenggat.recording.BrokenOffException;
import id.tenggat.recording.Recorder;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A scenario that is played live, whoever sends its requests: what is recorded of it, and when and why it stops. */
final class LiveRun {

    private final Scenario scenario;
    private final Journal journal;
    private final StopOrder order = new StopOrder();
    private final Vitals vitals = new Vitals();
    private final SelfWatch self;

    LiveRun(Scenario scenario, Recorder recorder) {
        this.scenario = scenario;
        journal = new Journal(recorder, abortWatch(scenario));
        self = new SelfWatch(vitals, journal::injector, recorder.slipLimitNs());
    }

    private static AbortWatch abortWatch(Scenario scenario) {
        List<String> steps =
                scenario.journey().steps().stream().map(Journey.Step::name).toList();
        return new AbortWatch(scenario.abortWhen(), steps);
    }

    Journal journal() {
        return journal;
    }

    StopOrder order() {
        return order;
    }

    Vitals vitals() {
        return vitals;
    }

    /** Engine time begins: what was measured of the injector before is forgotten. */
    void begin() {
        vitals.reset();
    }

    /**
     * To be called twice a second, on one thread: writes what has ended, and stops the run if it has to be.
     *
     * @param nowNs engine time
     * @param unsettledNs an attempt that was due this long ago has been sent
     * @param watch told how far it is
     */
    void tick(long nowNs, long unsettledNs, Consumer<Progress> watch) {
        try {
            journal.advanceTo(Math.max(0, nowNs - unsettledNs));
            watch.accept(journal.progress(nowNs).withBehind(self.look(nowNs)));
            journal.abort(nowNs).ifPresent(this::abort);
            journal.silence(nowNs).ifPresent(this::stop);
        } catch (BrokenOffException full) {
            stop(String.valueOf(full.getMessage()));
        } catch (RuntimeException | Error broken) {
            stop("it could not be followed any more: " + broken);
            throw broken;
        }
    }

    private void abort(Fired fired) {
        stop("the abort rule \"%s\" fired %s into the run (%s): %s"
                .formatted(
                        fired.rule().text(),
                        Words.durationNs(fired.atNs()),
                        scenario.timeline()
                                .instantAt(fired.atNs())
                                .atZone(scenario.calendar().zone())
                                .toLocalDateTime(),
                        fired.observed()));
    }

    /** It has come to its end at this engine time; no tick follows. */
    void end(long nowNs) {
        self.end(nowNs);
    }

    /** Stops it, from any thread: nothing is recorded any more. The first reason counts. */
    void stop(String reason) {
        journal.close();
        order.give(reason);
    }

    /** Why it was stopped, and what that left open. Empty if it was not. */
    List<String> stopReasons() {
        List<String> reasons = new ArrayList<>();
        order.reason().ifPresent(reasons::add);
        if (!reasons.isEmpty() && journal.underWay() > 0) {
            reasons.add(
                    "attempts under way at that instant, which were sent and are in no count: " + journal.underWay());
        }
        return reasons;
    }
}
