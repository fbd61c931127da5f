package id.tenggat.policy;

/**
 * Which call of which attempt.
 *
 * @param call i for the first call of the station's i-th third party, i + n × {@link ServiceDraws#calls()} for its n-th
 *     retry
 */
public record CallKey(int call, int applicant, int step, int attemptKey) {}
