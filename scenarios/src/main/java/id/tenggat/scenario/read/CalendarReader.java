package id.tenggat.scenario.read;

import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Calendar.Extension;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Reads the calendar. */
final class CalendarReader {

    static final Shape<Calendar> SHAPE = new Shape<>("{zone: Asia/Jakarta, opens: …, closes: …}", CalendarReader::read);

    private CalendarReader() {}

    private static Part<Calendar> read(Node node, Findings findings) {
        Section section = new Section("calendar", node, findings);
        Part<ZoneId> zone = section.need("zone", Scalars.zone());
        findings.useZone(zone.or(ZoneOffset.UTC));
        Shape<Instant> instant = Scalars.instant(findings.zone());
        var opens = section.need("opens", instant);
        var closes = section.need("closes", instant);
        var extensions = section.take("extensions", Rows.of(0, extension(instant)), Rows.none());
        return section.make(extensions, list -> new Calendar(zone.get(), opens.get(), closes.get(), list));
    }

    private static Shape<Extension> extension(Shape<Instant> instant) {
        return new Shape<>("{announced: …, closes: …}", (node, findings) -> {
            Section section = new Section("this extension", node, findings);
            var announced = section.need("announced", instant);
            var closes = section.need("closes", instant);
            return section.make(() -> new Extension(announced.get(), closes.get()));
        });
    }
}
