package id.tenggat.policy;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * What a broken ledger does to those whom it serves, while incidents make it do so: keyed draws, the same in both engines.
 * Where several incidents meet, the largest share holds. Immutable.
 */
public final class Mishaps {

    /** What befalls one attempt as its service ends. */
    public enum Mishap {
        NONE,
        /** The payment is taken and no quota credited. */
        PAYMENT_EXPIRES,
        /** A stamp of quota is used up, its serial number forgotten. */
        QUOTA_LOST
    }

    private record Span(Effect.OnStation effect, double share, long fromNs, long untilNs) {

        boolean holds(int station, long ns) {
            return effect.station() == station && ns >= fromNs && ns < untilNs;
        }
    }

    private final Draws draws;
    private final Timeline timeline;
    private final List<Journey.Step> steps;
    private final List<Span> expiries = new ArrayList<>();
    private final List<Span> losses = new ArrayList<>();

    public Mishaps(Scenario scenario) {
        draws = new Draws(scenario.seed());
        timeline = scenario.timeline();
        steps = scenario.journey().steps();
        for (Incident incident : scenario.incidents()) {
            if (incident.effect() instanceof Effect.ExpiresPayments expires) {
                expiries.add(span(incident, expires, expires.share()));
            } else if (incident.effect() instanceof Effect.LosesQuota loses) {
                losses.add(span(incident, loses, loses.share()));
            }
        }
    }

    private Span span(Incident incident, Effect.OnStation effect, double share) {
        return new Span(effect, share, timeline.nsAt(incident.from()), timeline.nsAt(incident.until()));
    }

    /** What befalls an attempt of a step whose service ends well at this engine time. */
    public Mishap at(long ns, int applicant, int step, int attemptKey) {
        if (expiries.isEmpty() && losses.isEmpty()) {
            return Mishap.NONE;
        }
        Action action = steps.get(step).action();
        if (action == Action.PAY
                && befalls(expiries, ns, step) > draws.uniform(Purpose.PAYMENT_EXPIRES, applicant, step, attemptKey)) {
            return Mishap.PAYMENT_EXPIRES;
        }
        boolean lost = action == Action.STAMP
                && befalls(losses, ns, step) > draws.uniform(Purpose.QUOTA_LOST, applicant, step, attemptKey);
        return lost ? Mishap.QUOTA_LOST : Mishap.NONE;
    }

    private double befalls(List<Span> spans, long ns, int step) {
        double share = 0;
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).holds(steps.get(step).station(), ns)) {
                share = Math.max(share, spans.get(i).share());
            }
        }
        return share;
    }
}
