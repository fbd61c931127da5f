package id.tenggat.scenario.read;

import id.tenggat.scenario.Slice.Window;
import id.tenggat.scenario.read.Fault.Kind;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Reads windows of the calendar: {@code last 2h} before the deadline, or {@code 2024-09-06T20:00+07:00/4h}. */
public final class WindowParser {

    static final String LAST = "last";
    private static final String ALLOWED = "a window, as in last 2h or 2024-09-06T20:00/4h";

    private WindowParser() {}

    /**
     * Reads a window.
     *
     * @param zone in which an instant without an offset is read: the calendar's
     * @throws PhraseException if it is none, with the column within the text
     */
    public static Window parse(String text, ZoneId zone) {
        if (text.startsWith(LAST + " ")) {
            int begin =
                    text.length() - text.substring(LAST.length()).stripLeading().length();
            return new Window.Last(length(text, begin));
        }
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            String found = text.isEmpty() ? "no window" : "found " + Node.Scalar.quoted(text);
            throw new PhraseException(Kind.STRUCTURE, text, 1, Mistake.of(found, ALLOWED));
        }
        Instant from = Quantities.instant(text.substring(0, slash), zone);
        return new Window.At(from, length(text, slash + 1));
    }

    private static Duration length(String text, int begin) {
        try {
            return Quantities.durationAboveZero(text.substring(begin));
        } catch (PhraseException e) {
            throw e.within(text, text.codePointCount(0, begin));
        }
    }
}
