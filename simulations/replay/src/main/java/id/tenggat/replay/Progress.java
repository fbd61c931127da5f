package id.tenggat.replay;

/**
 * How far a replay is.
 *
 * @param nowNs engine time
 * @param inside applicants under way
 * @param ended applicants whose journey has ended
 * @param sent attempts sent whose fate is known
 */
public record Progress(long nowNs, long inside, long ended, long sent) {}
