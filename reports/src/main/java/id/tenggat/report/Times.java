package id.tenggat.report;

import id.tenggat.recording.Provenance.Axis;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Instants as people of the calendar's zone read them.
 *
 * @param withSeconds if intervals are shorter than a minute
 */
record Times(ZoneId zone, boolean withSeconds) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm zzz", Locale.ENGLISH);

    static Times of(Axis axis) {
        return new Times(axis.zone(), axis.calendarSeconds() < 60);
    }

    /** Day and time. */
    String words(Instant instant) {
        return (withSeconds ? SECONDS : MINUTES).format(instant.atZone(zone));
    }

    /** With the year and the zone, as in {@code 6 Sep 2024 23:59 WIB}. */
    String dated(Instant instant) {
        return DATED.format(instant.atZone(zone));
    }
}
