package id.tenggat.state;

import java.time.Instant;

/**
 * What a snapshot is of.
 *
 * @param scenarioSha256 of the scenario file, in hexadecimal
 * @param slice as on the command line
 * @param scheduleDigest of the schedule that was played
 * @param engineNs the engine time before which everything has happened, and nothing after it
 * @param instant the same on the calendar
 */
public record SnapshotLabel(
        String scenarioSha256, long seed, String slice, String scheduleDigest, long engineNs, Instant instant) {

    static final SnapshotLabel BLANK = new SnapshotLabel("", 0, "", "", 0, Instant.EPOCH);

    SnapshotLabel carried(State state) {
        return new SnapshotLabel(
                state.of(scenarioSha256),
                state.of(seed),
                state.of(slice),
                state.of(scheduleDigest),
                state.of(engineNs),
                state.of(instant));
    }
}
