package id.tenggat.recording;

/**
 * What a live stack tells of itself while it serves.
 *
 * @param scenario name of the scenario that it serves
 * @param slice as on the command line
 * @param stampsSignedBy whose code signs its stamps, with what
 * @param faults answers that were its own fault
 * @param bodiesRefused requests turned away for want of memory, which no model knows of
 */
public record StackHealth(
        String scenario, long seed, String slice, String stampsSignedBy, long faults, long bodiesRefused) {}
