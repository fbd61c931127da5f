package id.tenggat.target;

import java.time.Duration;

/**
 * What a run is going to send, as far as it is foreseen.
 *
 * @param peakPerSecond the most requests within a second
 * @param lasts from now to its planned end
 */
public record PlannedLoad(long peakPerSecond, Duration lasts) {}
