package id.tenggat.recording;

/**
 * What happened to one step in one interval.
 *
 * @param step index of the step
 * @param begun applicants who were to send its first attempt
 * @param sent attempts sent in the interval
 * @param fates attempts whose fate was known in the interval
 */
public record StepRow(int interval, int step, long begun, long sent, Tally<Fate> fates) {}
