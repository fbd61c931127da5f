package id.tenggat.recording;

import id.tenggat.scenario.Measurement;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a recording is of, and everything that is needed to judge it without the scenario file.
 *
 * @param engine the engine's name; stands here and nowhere else
 * @param invalidReasons why the engine itself does not trust the run; empty if it does
 * @param extent empty until the run has ended
 */
public record Provenance(
        String engine,
        RunStatus status,
        List<String> invalidReasons,
        Subject subject,
        Part part,
        Axis axis,
        Due due,
        List<Step> steps,
        List<Station> stations,
        List<Objective> objectives,
        Limits limits,
        Optional<Extent> extent) {

    /**
     * The newest version of the format. 2 came with objectives that are about a window or a baseline; a recording without
     * any is written as 1.
     */
    public static final int FORMAT_VERSION = 2;

    /**
     * The scenario.
     *
     * @param sha256 of the scenario file, in hexadecimal
     * @param measured the files of measured times that it names
     * @param adapter what told it to a system of the user's own; empty if the engine has the scenario's own stations
     */
    public record Subject(
            String name,
            String title,
            String sha256,
            long seed,
            List<Measured> measured,
            Optional<AdapterUsed> adapter) {
        public Subject {
            measured = List.copyOf(measured);
        }
    }

    /**
     * The adapter by which a system of the user's own was told the scenario's journey. Nothing is known of that system's
     * stations and ledger.
     *
     * @param file as it was named
     * @param sha256 of the file, in hexadecimal
     */
    public record AdapterUsed(String file, String sha256) {}

    /**
     * A file of measured times, which the recording holds verbatim.
     *
     * @param sha256 of the file's text, in hexadecimal
     */
    public record Measured(Measurement measurement, String sha256) {

        /** The file's name in the recording of a scenario that names so many others before it. */
        static String fileName(int before) {
            return "measured-" + (before + 1) + ".json";
        }
    }

    /**
     * The slice of the scenario.
     *
     * @param slice as on the command line
     * @param whole true if it leaves nothing out and changes nothing
     * @param fraction share of the applicants
     * @param roundings what scaling to it has rounded, one line each
     */
    public record Part(String slice, boolean whole, double fraction, List<String> roundings) {
        public Part {
            roundings = List.copyOf(roundings);
        }

        /** Whether it may end before the deadline: a window from an instant on is all that is written with a slash. */
        boolean mayEndEarly() {
            return slice.contains("/");
        }
    }

    /**
     * How engine time lies on the calendar.
     *
     * @param zone the calendar's zone
     * @param origin the instant at engine time 0
     * @param timeLapse calendar nanoseconds in one engine nanosecond
     * @param intervalNs length of an interval, in engine nanoseconds
     * @param deadlines as planned, and each extension; the last one is what completion is measured against
     */
    public record Axis(ZoneId zone, Instant origin, double timeLapse, long intervalNs, List<Instant> deadlines) {
        public Axis {
            deadlines = List.copyOf(deadlines);
        }

        /** The first instant of an interval. */
        public Instant startOf(int interval) {
            return timeline().instantAt(interval * intervalNs);
        }

        Timeline timeline() {
            return new Timeline(origin, timeLapse);
        }

        /** Length of an interval on the calendar, in nanoseconds: longer if time is lapsed. */
        double calendarNs() {
            return intervalNs * timeLapse;
        }

        /** The same in seconds. */
        public double calendarSeconds() {
            return intervalSeconds() * timeLapse;
        }

        /** Length of an interval in engine seconds: what rates are per. */
        public double intervalSeconds() {
            return intervalNs / 1e9;
        }

        /** The last deadline. */
        public Instant deadline() {
            return deadlines.get(deadlines.size() - 1);
        }
    }

    /**
     * Who was to come.
     *
     * @param scheduleDigest of the schedule that the engine ran
     * @param arrivals first arrivals in it
     * @param carriedIn applicants inside when it begins
     */
    public record Due(String scheduleDigest, long arrivals, long carriedIn) {
        /** Everybody whose journey the run could see. */
        public long applicants() {
            return arrivals + carriedIn;
        }
    }

    /**
     * A step of the journey.
     *
     * @param station index of the station that serves it
     */
    public record Step(String name, int station) {}

    /**
     * A station as the slice has left it, or a pool that stations share.
     *
     * @param workers where it begins; of a pool: its connections
     * @param queueLimit how many may wait, a waiting room's places included; of a pool: 0, for as many may wait as there are
     *     workers
     */
    public record Station(String name, int workers, int queueLimit, Kind kind) {

        /** What is measured as a station. */
        public enum Kind {
            STATION,
            /** The time that its connections are held is part of the time that stations' workers are busy. */
            POOL
        }

        /** A station proper. */
        public Station(String name, int workers, int queueLimit) {
            this(name, workers, queueLimit, Kind.STATION);
        }

        /** Whether it is a pool. */
        public boolean isPool() {
            return kind == Kind.POOL;
        }
    }

    /**
     * What makes a run INVALID.
     *
     * @param slipP99Ns the greatest 99th percentile of sent − due
     */
    public record Limits(long slipP99Ns) {}

    /**
     * How much was written, so that a file that lost its tail is found out.
     *
     * @param intervals rows of the timeline
     * @param stationRows rows of all stations
     * @param regencies rows of regencies
     * @param attempts rows of attempts; empty if they were not kept
     */
    public record Extent(int intervals, int stationRows, int regencies, OptionalLong attempts) {
        Extent withAttempts(long rows) {
            return new Extent(intervals, stationRows, regencies, OptionalLong.of(rows));
        }
    }

    public Provenance {
        invalidReasons = List.copyOf(invalidReasons);
        steps = List.copyOf(steps);
        stations = List.copyOf(stations);
        objectives = List.copyOf(objectives);
    }

    Provenance finished(RunStatus end, List<String> reasons, Extent written) {
        return ended(end, reasons, Optional.of(written));
    }

    /** Of a recording whose writer did not come to finish it. */
    Provenance brokenOff(String reason) {
        return ended(RunStatus.RUNNING, List.of(reason), Optional.empty());
    }

    private Provenance ended(RunStatus end, List<String> reasons, Optional<Extent> written) {
        return new Provenance(
                engine, end, reasons, subject, part, axis, due, steps, stations, objectives, limits, written);
    }

    /** Whether it is known what stations and the ledger did, and not only what clients saw. */
    public boolean seesInside() {
        return subject.adapter().isEmpty();
    }

    /** The index of the step of this name. */
    public Optional<Integer> stepNamed(String name) {
        return indexOf(steps.stream().map(Step::name).toList(), name);
    }

    /** The index of the station of this name. */
    public Optional<Integer> stationNamed(String name) {
        return indexOf(stations.stream().map(Station::name).toList(), name);
    }

    private static Optional<Integer> indexOf(List<String> names, String name) {
        int index = names.indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(index);
    }
}
