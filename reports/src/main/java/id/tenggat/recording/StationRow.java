package id.tenggat.recording;

/**
 * What one station did in one interval.
 *
 * @param station index of the station
 */
public record StationRow(int interval, int station, StationSample sample) {}
