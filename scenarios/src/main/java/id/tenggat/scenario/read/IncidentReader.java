package id.tenggat.scenario.read;

import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;

import java.time.Instant;
import java.util.Optional;

/** Reads one incident. */
final class IncidentReader {

    private final Names stations;
    private final Names thirdParties;
    private final Part<Calendar> calendar;

    /** Reads incidents of these stations and third parties that fall within this calendar. */
    IncidentReader(Names stations, Names thirdParties, Part<Calendar> calendar) {
        this.stations = stations;
        this.thirdParties = thirdParties;
        this.calendar = calendar;
    }

    Shape<Incident> shape() {
        return new Shape<>("{incident: …, station: … or thirdParty: …, effect: …, from: …, until: …}", this::read);
    }

    private Part<Incident> read(Node node, Findings findings) {
        Section section = new Section("this incident", node, findings);
        Shape<Instant> instant = Scalars.instant(findings.zone());
        var name = section.need("incident", Scalars.title());
        var station = section.takeIfThere("station", stations.reference());
        var thirdParty = section.takeIfThere("thirdParty", thirdParties.reference());
        var effect = section.need("effect", EffectReader.shape());
        var from = section.need("from", instant);
        var until = section.need("until", instant);
        if (section.isMapping() && station.isPresent() == thirdParty.isPresent()) {
            String found = station.isPresent() ? "both station and thirdParty" : "neither station nor thirdParty";
            section.refuse(Mistake.of("found " + found, "one of them: the name of a station, or of a third party"));
        }
        Part<Incident> incident = section.make(
                () -> new Incident(name.get(), on(station, thirdParty, effect.get()), from.get(), until.get()));
        if (incident.isThere() && calendar.isThere()) {
            refuseOutside(incident.get(), node.spot(), findings);
        }
        return incident;
    }

    private static Effect on(
            Optional<Part<Integer>> station, Optional<Part<Integer>> thirdParty, EffectReader.Happening effect) {
        return thirdParty.isPresent()
                ? effect.onThirdParty(thirdParty.get().get())
                : effect.onStation(station.orElseGet(Part::absent).get());
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
}
