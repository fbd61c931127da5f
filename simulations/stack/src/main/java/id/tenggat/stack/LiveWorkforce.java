package id.tenggat.stack;

import id.tenggat.policy.Conditions.Condition;
import id.tenggat.policy.Workforce;
import id.tenggat.stack.EngineTime.Alarm;

import java.util.ArrayList;
import java.util.List;

/** Who can work at a station now: an alarm rings at each change that incidents bring, and whenever the station may scale. */
final class LiveWorkforce {

    private final Workforce workforce;
    private final LiveStation.Shared shared;
    private final StationWatch meter;
    private final Runnable changed;
    private final List<Alarm> changes = new ArrayList<>();
    private Alarm scaling = () -> {};

    /**
     * That of the station at this index.
     *
     * @param changed runs after each change, once it is measured
     */
    LiveWorkforce(LiveStation.Shared shared, int index, StationWatch meter, Runnable changed) {
        this.workforce = new Workforce(shared.scenario(), index);
        this.shared = shared;
        this.meter = meter;
        this.changed = changed;
        for (long changeNs : workforce.incidentsNs()) {
            changes.add(shared.time().at(changeNs, this::changeCondition));
        }
        planScaling();
    }

    /** How many can work now, busy or not. */
    int workers() {
        return workforce.workers();
    }

    Condition condition() {
        return workforce.condition();
    }

    /** Nothing changes any more; for the end of a run. */
    void close() {
        changes.forEach(Alarm::cancel);
        scaling.cancel();
    }

    private void changeCondition() {
        long nowNs = shared.now();
        workforce.changeCondition(nowNs);
        tell(nowNs);
    }

    private void planScaling() {
        if (workforce.nextScalingNs() < Long.MAX_VALUE) {
            scaling = shared.time().at(workforce.nextScalingNs(), this::scale);
        }
    }

    private void scale() {
        long nowNs = shared.now();
        workforce.scale(nowNs, meter::utilisation);
        planScaling();
        tell(nowNs);
    }

    private void tell(long nowNs) {
        meter.capacity(nowNs, workforce.workers());
        changed.run();
    }
}
