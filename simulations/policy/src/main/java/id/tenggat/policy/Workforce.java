package id.tenggat.policy;

import id.tenggat.policy.Conditions.Condition;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.state.State;

import java.util.Arrays;
import java.util.Optional;

/**
 * How many workers of one station may work: those who are there, as far as incidents let them. Changes only when it is
 * told that time has come. Not safe for use by several threads.
 */
public final class Workforce {

    private final int always;
    private final Optional<Autoscaler> autoscaler;
    private final Conditions conditions;
    private Condition condition;
    private int workers;

    /** The workforce of the station at this index, at engine time 0. */
    public Workforce(Scenario scenario, int station) {
        Station settings = scenario.stack().stations().get(station);
        always = settings.workers();
        autoscaler = settings.autoscaling().map(rule -> new Autoscaler(rule, always));
        conditions = new Conditions(scenario, station);
        condition = conditions.at(0);
        update();
    }

    /** How many may begin or go on with work; whoever is at work beyond them ends it. */
    public int workers() {
        return workers;
    }

    /** What incidents do to the station. */
    public Condition condition() {
        return condition;
    }

    /** When incidents begin and end after engine time 0, in order. */
    public long[] incidentsNs() {
        return Arrays.stream(conditions.changesNs()).filter(ns -> ns > 0).toArray();
    }

    /** An incident begins or ends now. */
    public void changeCondition(long nowNs) {
        condition = conditions.at(nowNs);
        update();
    }

    /** When workers may come or go by themselves; the far end of time if they stay. */
    public long nextScalingNs() {
        return autoscaler.map(Autoscaler::nextNs).orElse(Long.MAX_VALUE);
    }

    /** {@link #nextScalingNs} has come. */
    public void scale(long nowNs, Autoscaler.Meter meter) {
        autoscaler.ifPresent(scaler -> scaler.act(nowNs, meter));
        update();
    }

    private void update() {
        workers = condition.workers(autoscaler.map(Autoscaler::workers).orElse(always));
    }

    /** Carries who is there; what incidents do is known by the time. */
    public void carry(State state, long nowNs) {
        autoscaler.ifPresent(scaler -> scaler.carry(state));
        changeCondition(nowNs);
    }
}
