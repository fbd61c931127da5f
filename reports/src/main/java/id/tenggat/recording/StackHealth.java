package id.tenggat.recording;

/**
 * What a live stack tells of itself while it serves.
 *
 * @param scenario name of the scenario that it serves
 * @param slice as on the command line
 * @param servedBy who does what beside the model
 * @param faults answers that were its own fault
 * @param bodiesRefused requests turned away for want of memory, which no model knows of
 */
public record StackHealth(
        String scenario, long seed, String slice, ServedBy servedBy, long faults, long bodiesRefused) {}
