package id.tenggat.policy;

import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What incidents do to one station at each engine time. Where several effects meet, slowness multiplies, and the least
 * capacity and the largest loss hold.
 */
public final class Conditions {

    private record Span(Effect.OnStation effect, long fromNs, long untilNs) {
        boolean holdsAt(long ns) {
            return ns >= fromNs && ns < untilNs;
        }
    }

    /** So that 7 % of 100 workers, 7.000000000000001 as a product, are 7. */
    private static final double ROUNDING = 1e-9;

    private final List<Span> spans = new ArrayList<>();

    /** The conditions of the station at this index. */
    public Conditions(Scenario scenario, int station) {
        Timeline timeline = scenario.timeline();
        for (Incident incident : scenario.incidents()) {
            if (incident.effect() instanceof Effect.OnStation effect
                    && effect.station() == station
                    && isOfStation(effect)) {
                spans.add(new Span(effect, timeline.nsAt(incident.from()), timeline.nsAt(incident.until())));
            }
        }
    }

    /** Other ways and the ledger's mishaps leave a station as it is: {@link Channels} and {@link Mishaps} know of them. */
    private static boolean isOfStation(Effect effect) {
        return !(effect instanceof Effect.Channel
                || effect instanceof Effect.ExpiresPayments
                || effect instanceof Effect.LosesQuota);
    }

    /** The times at which anything changes, in order. */
    public long[] changesNs() {
        TreeSet<Long> changes = new TreeSet<>();
        for (Span span : spans) {
            changes.add(span.fromNs());
            changes.add(span.untilNs());
        }
        return changes.stream().mapToLong(Long::longValue).toArray();
    }

    /** What holds from this time until the next change. */
    public Condition at(long ns) {
        Condition condition = new Condition(false, 1, 1, 0);
        for (Span span : spans) {
            if (span.holdsAt(ns)) {
                condition = condition.with(span.effect());
            }
        }
        return condition;
    }

    /**
     * What holds for a while.
     *
     * @param down every request fails at once
     * @param capacity share of the station's workers who may begin or go on with work; 0 while frozen
     * @param slowness factor on the time of service that begins
     * @param lostShare share of the answers that never arrive
     */
    public record Condition(boolean down, double capacity, double slowness, double lostShare) {

        /** How many of so many workers may work, rounded up. */
        public int workers(int all) {
            return (int) Math.ceil(all * capacity - ROUNDING);
        }

        private Condition with(Effect.OnStation effect) {
            if (effect instanceof Effect.Down) {
                return new Condition(true, 0, slowness, lostShare);
            } else if (effect instanceof Effect.Frozen) {
                return new Condition(down, 0, slowness, lostShare);
            } else if (effect instanceof Effect.Slow slow) {
                return new Condition(down, capacity, slowness * slow.factor(), lostShare);
            } else if (effect instanceof Effect.Capacity less) {
                return new Condition(down, Math.min(capacity, less.share()), slowness, lostShare);
            } else if (effect instanceof Effect.LosesAnswers loses) {
                return new Condition(down, capacity, slowness, Math.max(lostShare, loses.share()));
            }
            throw new IllegalStateException("no condition of a station: " + effect);
        }
    }
}
