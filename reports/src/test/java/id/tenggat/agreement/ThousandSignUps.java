package id.tenggat.agreement;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Provenance;
import id.tenggat.recording.Provenance.Due;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.RunStatus;
import id.tenggat.recording.Tally;
import id.tenggat.recording.TimelineRow;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A run told by hand: in each of five minutes 200 of 1,000 applicants sign up, after 100.1 ms to 120 ms, and 100 complete.
 * Something may be different from one minute on.
 */
final class ThousandSignUps {

    private static final int MINUTES = 5;
    private static final int A_MINUTE = 200;

    private double slower = 1;
    private int slowFrom;
    private int notServed;
    private int more;
    private Fate moreFate = Fate.TIMED_OUT;
    private int moreFrom;
    private int completedInAll = 500;

    static ThousandSignUps asTold() {
        return new ThousandSignUps();
    }

    /** Latencies are so many times as long from this minute on. */
    ThousandSignUps slower(double factor, int fromMinute) {
        slower = factor;
        slowFrom = fromMinute;
        return this;
    }

    /** So many of the last minute do not even begin. */
    ThousandSignUps without(int applicants) {
        notServed = applicants;
        return this;
    }

    /** So many more attempts of the second step in this minute, and what became of them. */
    ThousandSignUps and(int attempts, Fate fate, int minute) {
        more = attempts;
        moreFate = fate;
        moreFrom = minute;
        return this;
    }

    /** So many complete in the end. */
    ThousandSignUps completing(int applicants) {
        completedInAll = applicants;
        return this;
    }

    Recording in(Path directory) {
        return in(directory, RunStatus.COMPLETE);
    }

    Recording in(Path directory, RunStatus end) {
        try (RecordingWriter writer = SmallRun.writer(directory, SmallScenario.whole())) {
            for (int minute = 0; minute < MINUTES; minute++) {
                tell(writer, minute);
                writer.advanceTo((minute + 1) * SmallRun.MINUTE_NS);
            }
            // The small scenario's five applicants never came, so the writer must not hold it to be complete.
            writer.finish(SmallRun.AUDIT, RunStatus.INTERRUPTED, List.of());
        }
        return ofAThousand(Recording.read(directory), end);
    }

    private void tell(RecordingWriter writer, int minute) {
        long startNs = minute * SmallRun.MINUTE_NS;
        int comers = minute == MINUTES - 1 ? A_MINUTE - notServed : A_MINUTE;
        double factor = minute >= slowFrom ? slower : 1;
        for (int i = 1; i <= comers; i++) {
            writer.begun(0, startNs);
            writer.attempt(
                    0, Fate.SERVED, startNs, startNs, startNs + Math.round((100_000_000 + i * 100_000) * factor));
        }
        for (int i = 0; i < more && minute == moreFrom; i++) {
            writer.attempt(1, moreFate, startNs, startNs, startNs + 1_000_000);
        }
    }

    /** What the small scenario's five applicants can't do: a thousand were due, and completed by the minute. */
    private Recording ofAThousand(Recording recording, RunStatus end) {
        Provenance told = recording.provenance();
        Provenance provenance = new Provenance(
                told.engine(),
                end,
                told.invalidReasons(),
                told.subject(),
                told.part(),
                told.axis(),
                new Due(told.due().scheduleDigest(), 1_000, 0),
                told.steps(),
                told.stations(),
                told.objectives(),
                told.limits(),
                told.extent());
        return of(
                recording,
                provenance,
                recording.timeline().stream().map(this::completing).toList());
    }

    private TimelineRow completing(TimelineRow row) {
        Map<Ending, Long> endings = new EnumMap<>(Ending.class);
        endings.put(Ending.COMPLETED, (long) completedInAll / MINUTES);
        return new TimelineRow(
                row.interval(),
                row.arrivals(),
                row.begun(),
                row.sent(),
                row.fates(),
                new Tally<>(endings),
                row.inside());
    }

    /** The same with another provenance and timeline. */
    static Recording of(Recording recording, Provenance provenance, List<TimelineRow> timeline) {
        return new Recording(
                recording.directory(),
                provenance,
                recording.host(),
                recording.scenarioText(),
                timeline,
                recording.steps(),
                recording.stations(),
                recording.regencies(),
                recording.audit(),
                recording.latencies(),
                recording.injector());
    }
}
