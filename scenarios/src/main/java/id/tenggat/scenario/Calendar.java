package id.tenggat.scenario;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * When the registration is open.
 *
 * @param zone the zone in which the scenario file's local times are read
 * @param opens the first instant at which an applicant may come
 * @param closes the deadline as planned: a journey completed after it does not count
 * @param extensions later deadlines, in the order in which they are announced
 */
public record Calendar(ZoneId zone, Instant opens, Instant closes, List<Extension> extensions) {

    /**
     * A later deadline. Nobody behaves by it before it is announced.
     *
     * @param announced must lie before the deadline that it moves
     * @param closes the new deadline
     */
    public record Extension(Instant announced, Instant closes) {}

    public Calendar {
        Require.that(opens.isBefore(closes), "closes must lie after opens (" + opens + ")", closes);
        extensions = List.copyOf(extensions);
        Instant before = closes;
        Instant lastAnnounced = opens;
        for (Extension extension : extensions) {
            Require.that(
                    extension.announced().isBefore(before),
                    "an extension must be announced before the deadline that it moves (" + before + ")",
                    extension.announced());
            Require.that(
                    !extension.announced().isBefore(lastAnnounced),
                    "extensions must be announced after the opening and in order (" + lastAnnounced + ")",
                    extension.announced());
            Require.that(
                    extension.closes().isAfter(before),
                    "an extension must close later than the deadline that it moves (" + before + ")",
                    extension.closes());
            before = extension.closes();
            lastAnnounced = extension.announced();
        }
    }

    /** The deadline that everybody knows of at this instant. */
    public Instant closesAsKnownAt(Instant now) {
        Instant known = closes;
        for (Extension extension : extensions) {
            if (!extension.announced().isAfter(now)) {
                known = extension.closes();
            }
        }
        return known;
    }

    /** The last deadline of all: what a completed journey is measured against. */
    public Instant closesFinally() {
        return extensions.isEmpty()
                ? closes
                : extensions.get(extensions.size() - 1).closes();
    }
}
