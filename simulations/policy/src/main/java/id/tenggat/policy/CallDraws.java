package id.tenggat.policy;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Sampler;
import id.tenggat.scenario.Answering;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.ThirdParty;
import id.tenggat.scenario.Timeline;

import java.util.ArrayList;
import java.util.List;

/** What becomes of the calls of one third party, out of the keys of their draws. */
final class CallDraws {

    private record Span(Effect.OnThirdParty effect, long fromNs, long untilNs) {
        boolean holdsAt(long ns) {
            return ns >= fromNs && ns < untilNs;
        }
    }

    private final Sampler delay;
    private final CallOdds ordinary;
    private final long chunksNs;
    /** From one question what became of a call to the next; 0 if nobody asks. */
    private final long pollNs;

    private final List<Span> spans = new ArrayList<>();

    /** The calls of the third party at this index. */
    CallDraws(Scenario scenario, int index) {
        ThirdParty settings = scenario.stack().thirdParties().get(index);
        delay = Sampler.of(settings.delay());
        ordinary = CallOdds.of(settings);
        chunksNs = settings.faults().slowChunks().takes().toNanos();
        pollNs = settings.answering() instanceof Answering.Polled polled
                ? polled.every().toNanos()
                : 0;
        Timeline timeline = scenario.timeline();
        for (Incident incident : scenario.incidents()) {
            if (incident.effect() instanceof Effect.OnThirdParty effect && effect.thirdParty() == index) {
                spans.add(new Span(effect, timeline.nsAt(incident.from()), timeline.nsAt(incident.until())));
            }
        }
    }

    /** True if it depends on the time of a call what becomes of it. */
    boolean vary() {
        return !spans.isEmpty();
    }

    /**
     * How long a call holds its worker where no incident holds, in nanoseconds; the complement if it fails.
     *
     * @param delayKey of the draw of its delay
     * @param fateKey of the draw of what goes wrong
     */
    long heldNs(long delayKey, long fateKey) {
        long settledNs = noticedNs(delay.ns(delayKey));
        double uniform = Draws.uniform(fateKey);
        if (ordinary.fails(uniform)) {
            return ~settledNs;
        }
        return ordinary.dribbles(uniform) ? ServiceDraws.heldNs(settledNs, chunksNs) : settledNs;
    }

    /** What becomes of a call that is made at this engine time. */
    DrawnCall at(long ns, long delayKey, long fateKey) {
        CallOdds odds = oddsAt(ns);
        double uniform = Draws.uniform(fateKey);
        boolean dribbles = !odds.fails(uniform) && odds.dribbles(uniform);
        return new DrawnCall(odds.fault(uniform), noticedNs(odds.slowed(delay.ns(delayKey))), dribbles ? chunksNs : 0);
    }

    private CallOdds oddsAt(long ns) {
        CallOdds odds = ordinary;
        for (Span span : spans) {
            if (span.holdsAt(ns)) {
                odds = odds.with(span.effect());
            }
        }
        return odds;
    }

    /** When the caller learns what is settled after this delay: with the first question that is not before. */
    private long noticedNs(long delayNs) {
        if (pollNs == 0) {
            return delayNs;
        }
        long questions = Math.max(1, delayNs / pollNs + (delayNs % pollNs == 0 ? 0 : 1));
        return questions > Long.MAX_VALUE / pollNs ? Long.MAX_VALUE : questions * pollNs;
    }
}
