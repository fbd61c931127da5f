package id.tenggat.report;

import id.tenggat.recording.LifeEvent;
import id.tenggat.recording.LifeEvent.Came;
import id.tenggat.recording.LifeEvent.WasInside;
import id.tenggat.report.Asked.Trace;
import id.tenggat.scenario.Population.Regency;
import id.tenggat.scenario.Words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Who a story is of, and how its lines stand below its days. */
record StoryPage(Trace trace, Regency regency) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    static StoryPage of(Trace trace) {
        int regency = regency(trace.life().events().get(0));
        return new StoryPage(trace, trace.scenario().population().regencies().get(regency));
    }

    private static int regency(LifeEvent first) {
        return first instanceof WasInside inside ? inside.regency() : ((Came) first).regency();
    }

    ZoneId zone() {
        return regency.zone();
    }

    String dated(Instant instant) {
        return DATED.format(instant.atZone(zone()));
    }

    /** The whole page: a line for each instant. */
    String with(List<Instant> instants, List<String> lines) {
        StringBuilder text = new StringBuilder(head()).append('\n');
        LocalDate day = LocalDate.MIN;
        for (int i = 0; i < lines.size(); i++) {
            var at = instants.get(i).atZone(zone());
            if (!at.toLocalDate().equals(day)) {
                day = at.toLocalDate();
                text.append("  ").append(DAY.format(day)).append('\n');
            }
            text.append("  ")
                    .append(TIME.format(at))
                    .append("  ")
                    .append(lines.get(i))
                    .append('\n');
        }
        return text.toString();
    }

    private String head() {
        double lapse = trace.scenario().timeline().timeLapse();
        return "Applicant %d of %s (%s), times in %s%s"
                .formatted(
                        trace.life().applicant(),
                        regency.name(),
                        regency.code(),
                        zone(),
                        lapse == 1 ? "" : ", which runs " + Words.number(lapse) + " times faster");
    }
}
