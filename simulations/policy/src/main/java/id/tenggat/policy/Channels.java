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

/**
 * Other ways that open for a while. Who takes one is drawn for the applicant once, so that a share of 30 % is a part of a
 * share of 40 %, and somebody who takes one for a station takes it for every station where the share is as large.
 */
final class Channels {

    private record Span(int station, double share, Sampler takes, long fromNs, long untilNs) {
        boolean isOpen(int wanted, long ns) {
            return station == wanted && ns >= fromNs && ns < untilNs;
        }
    }

    private final Draws draws;
    private final List<Span> spans = new ArrayList<>();

    Channels(Scenario scenario) {
        draws = new Draws(scenario.seed());
        Timeline timeline = scenario.timeline();
        for (Incident incident : scenario.incidents()) {
            if (incident.effect() instanceof Effect.Channel channel) {
                spans.add(new Span(
                        channel.station(),
                        channel.share(),
                        Sampler.of(channel.takes()),
                        timeline.nsAt(incident.from()),
                        timeline.nsAt(incident.until())));
            }
        }
    }

    boolean takes(int station, int applicant, long dueNs) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).isOpen(station, dueNs)) {
                return draws.uniform(Purpose.CHANNEL, applicant, 0, 0)
                        < spans.get(i).share();
            }
        }
        return false;
    }

    long takesNs(int station, Itinerary at) {
        for (Span span : spans) {
            if (span.isOpen(station, at.dueNs())) {
                return span.takes().ns(draws.key(Purpose.CHANNEL_TIME, at.applicant(), at.step(), 0));
            }
        }
        throw new IllegalStateException("no channel is open for station " + station + " at " + at.dueNs() + " ns");
    }
}
