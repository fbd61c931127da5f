package id.tenggat.scenario.read;

import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Slice.Coming;
import id.tenggat.scenario.Slice.Window;
import id.tenggat.scenario.read.Fault.Kind;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads slices: {@code whole}, or any of these, separated by commas, each at most once and one window only:
 *
 * <pre>
 *   last 2h                      the last two hours before the deadline
 *   2024-09-06T20:00+07:00/4h    four hours from an instant on
 *   fraction 5%                  of the applicants, stations shrunk alike
 *   time-lapse 60                people and incidents sixty times faster
 *   levelled                     applicants come evenly, and may finish late; not with a window
 *   payloads 1%                  bodies of requests, of their size
 * </pre>
 *
 * What {@link Slice#toString()} writes is read back as the same slice.
 */
public final class SliceParser {

    static final String ALLOWED =
            "whole, or any of last 2h (or 2024-09-06T20:00/4h), fraction 5%, time-lapse 60, levelled, payloads 1%,"
                    + " separated by commas";

    private static final String LEVELLED = "levelled";
    private static final List<String> WORDS =
            List.of(WindowParser.LAST, "fraction", "time-lapse", "payloads", LEVELLED, "whole");
    private static final String TIME_LAPSE = "a number from 1 to 1000000, as in time-lapse 60";

    private final ZoneId zone;
    private final Set<String> seen = new HashSet<>();
    private Optional<Window> window = Optional.empty();
    private double fraction = 1;
    private double timeLapse = 1;
    private Coming coming = Coming.AS_PLANNED;
    private double payloads = 1;

    private SliceParser(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Reads a slice.
     *
     * @param zone in which an instant without an offset is read: the calendar's
     * @throws PhraseException if it is none, with the column within the text
     */
    public static Slice parse(String text, ZoneId zone) {
        if (text.strip().equals("whole")) {
            return Slice.WHOLE;
        }
        SliceParser parser = new SliceParser(zone);
        for (Clause clause : clauses(text)) {
            try {
                parser.read(clause.text());
            } catch (PhraseException e) {
                throw e.within(text, clause.column());
            }
        }
        return parser.slice(text);
    }

    private Slice slice(String text) {
        if (coming == Coming.LEVELLED && window.isPresent()) {
            throw refused(text, Mistake.of("levelled and a window", "one of them: levelled takes the whole calendar"));
        }
        return new Slice(window, fraction, timeLapse, coming, payloads);
    }

    /** What stands between two commas, without blanks around it, and how many code points stand before it. */
    private record Clause(String text, int column) {}

    private static List<Clause> clauses(String text) {
        List<Clause> clauses = new ArrayList<>();
        int begin = 0;
        for (String part : text.split(",", -1)) {
            int blanks = part.length() - part.stripLeading().length();
            clauses.add(new Clause(part.strip(), text.codePointCount(0, begin + blanks)));
            begin += part.length() + 1;
        }
        return clauses;
    }

    private void read(String clause) {
        int blank = clause.indexOf(' ');
        String word = blank < 0 ? clause : clause.substring(0, blank);
        String value = blank < 0 ? "" : clause.substring(blank).strip();
        try {
            readClause(word, value, clause);
        } catch (PhraseException e) {
            boolean ofValue = WORDS.contains(word) && !value.isEmpty();
            throw ofValue ? e.within(clause, clause.length() - value.length()) : e;
        }
    }

    private void readClause(String word, String value, String clause) {
        switch (word) {
            case WindowParser.LAST -> readWindow(new Window.Last(Quantities.durationAboveZero(value)), value);
            case "fraction" -> readFraction(value);
            case "time-lapse" -> readTimeLapse(value);
            case "payloads" -> readPayloads(value);
            case LEVELLED -> readLevelled(value);
            default -> readWindowAt(clause, word);
        }
    }

    private void readWindowAt(String clause, String word) {
        if (!clause.contains("/")) {
            String found = clause.isEmpty() ? "nothing" : "found " + Node.Scalar.quoted(clause);
            throw refused(clause, new Mistake(found, ALLOWED, Nearest.to(word, WORDS)));
        }
        readWindow(WindowParser.parse(clause, zone), clause);
    }

    private void readWindow(Window found, String text) {
        refuseAgain("window", text);
        window = Optional.of(found);
    }

    private void readFraction(String text) {
        refuseAgain("fraction", text);
        fraction = Quantities.shareAboveZero(text);
    }

    private void readPayloads(String text) {
        refuseAgain("payloads", text);
        payloads = Quantities.shareAboveZero(text);
    }

    private void readLevelled(String text) {
        if (!text.isEmpty()) {
            throw refused(text, Mistake.of("found " + Node.Scalar.quoted(text), "nothing, or a comma, after levelled"));
        }
        refuseAgain(LEVELLED, LEVELLED);
        coming = Coming.LEVELLED;
    }

    private void readTimeLapse(String text) {
        refuseAgain("time-lapse", text);
        if (!text.matches("1000000(\\.0{1,9})?|[1-9]\\d{0,5}(\\.\\d{1,9})?")) {
            throw refused(text, Mistake.of("found " + Node.Scalar.quoted(text), TIME_LAPSE));
        }
        timeLapse = Double.parseDouble(text);
    }

    private void refuseAgain(String what, String text) {
        if (!seen.add(what)) {
            throw refused(text, Mistake.of("a second " + what, "one " + what + " at most"));
        }
    }

    private static PhraseException refused(String text, Mistake mistake) {
        return new PhraseException(Kind.STRUCTURE, text, 1, mistake);
    }
}
