package id.tenggat.policy;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;
import id.tenggat.draw.Sampler;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Other ways that open for a while. Who takes one is drawn for the applicant once, so that a share of 30 % is a part of a
 * share of 40 %, and somebody who takes one for a station takes it for every station where the share is as large.
 */
final class Channels {

    private record Span(double share, Sampler takes, long fromNs, long untilNs) {
        boolean isOpen(long ns) {
            return ns >= fromNs && ns < untilNs;
        }
    }

    private final Draws draws;
    /** Of each station, in the scenario's order. */
    private final Span[][] spans;

    Channels(Scenario scenario) {
        draws = new Draws(scenario.seed());
        spans = IntStream.range(0, scenario.stack().stations().size())
                .mapToObj(station -> spans(scenario, station))
                .toArray(Span[][]::new);
    }

    private static Span[] spans(Scenario scenario, int station) {
        Timeline timeline = scenario.timeline();
        List<Span> spans = new ArrayList<>();
        for (Incident incident : scenario.incidents()) {
            if (incident.effect() instanceof Effect.Channel channel && channel.station() == station) {
                spans.add(new Span(
                        channel.share(),
                        Sampler.of(channel.takes()),
                        timeline.nsAt(incident.from()),
                        timeline.nsAt(incident.until())));
            }
        }
        return spans.toArray(Span[]::new);
    }

    boolean takes(int station, int applicant, long dueNs) {
        for (Span span : spans[station]) {
            if (span.isOpen(dueNs)) {
                return draws.uniform(Purpose.CHANNEL, applicant, 0, 0) < span.share();
            }
        }
        return false;
    }

    long takesNs(int station, Itinerary at) {
        for (Span span : spans[station]) {
            if (span.isOpen(at.dueNs())) {
                return span.takes().ns(draws.key(Purpose.CHANNEL_TIME, at.applicant(), at.step(), 0));
            }
        }
        throw new IllegalStateException("no channel is open for station " + station + " at " + at.dueNs() + " ns");
    }
}
