package id.tenggat.scenario.read;

import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;

import java.time.Instant;
import java.util.function.IntFunction;

/** Reads one incident. */
final class IncidentReader {

    private final Names stations;
    private final Part<Calendar> calendar;

    /** Reads incidents of these stations that fall within this calendar. */
    IncidentReader(Names stations, Part<Calendar> calendar) {
        this.stations = stations;
        this.calendar = calendar;
    }

    Shape<Incident> shape() {
        return new Shape<>("{incident: …, station: …, effect: …, from: …, until: …}", this::read);
    }

    private Part<Incident> read(Node node, Findings findings) {
        Section section = new Section("this incident", node, findings);
        Shape<Instant> instant = Scalars.instant(findings.zone());
        var name = section.need("incident", Scalars.title());
        var station = section.need("station", stations.reference());
        var effect = section.need("effect", effect());
        var from = section.need("from", instant);
        var until = section.need("until", instant);
        Part<Incident> incident = section.make(
                () -> new Incident(name.get(), effect.get().apply(station.get()), from.get(), until.get()));
        if (incident.isThere() && calendar.isThere()) {
            refuseOutside(incident.get(), node.spot(), findings);
        }
        return incident;
    }

    private void refuseOutside(Incident incident, Spot spot, Findings findings) {
        Instant opens = calendar.get().opens();
        Instant closes = calendar.get().closesFinally();
        if (!incident.until().isAfter(opens)) {
            findings.rule(
                    spot, "an incident must end after the calendar opens (" + opens + "), found " + incident.until());
        } else if (!incident.from().isBefore(closes)) {
            findings.rule(
                    spot, "an incident must begin before the deadline (" + closes + "), found " + incident.from());
        }
    }

    /** What happens, for a station that is read apart from it. */
    private static Shape<IntFunction<Effect>> effect() {
        return new OneOf<IntFunction<Effect>>()
                .word("down", Effect.Down::new)
                .word("frozen", Effect.Frozen::new)
                .kind("slow", Numbers.aboveZero(10_000).map(factor -> station -> new Effect.Slow(station, factor)))
                .kind("losesAnswers", Scalars.share().map(share -> station -> new Effect.LosesAnswers(station, share)))
                .kind(
                        "expiresPayments",
                        Scalars.share().map(share -> station -> new Effect.ExpiresPayments(station, share)))
                .kind("losesQuota", Scalars.share().map(share -> station -> new Effect.LosesQuota(station, share)))
                .kind("capacity", Scalars.share().map(share -> station -> new Effect.Capacity(station, share)))
                .kind("channel", new Shape<>("{share: 30%, takes: 2h}", IncidentReader::channel))
                .shape();
    }

    private static Part<IntFunction<Effect>> channel(Node node, Findings findings) {
        Section section = new Section("channel", node, findings);
        var share = section.need("share", Scalars.share());
        var takes = section.need("takes", Distributions.shape());
        return section.make(() -> {
            double part = share.get();
            var time = takes.get();
            return station -> new Effect.Channel(station, part, time);
        });
    }
}
