package id.tenggat.policy;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;
import id.tenggat.draw.Sampler;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack;

import java.util.List;

/**
 * How long one request holds a worker, and what goes wrong with it: keyed draws, the same in both engines. A worker is
 * held for its own service time and then for each third party's answer in turn; the first that fails ends the request.
 */
public final class ServiceDraws {

    private final Draws draws;
    private final Sampler service;
    private final List<Stack.ThirdParty> thirdParties;
    private final Sampler[] delays;

    /** The draws of the station at this index. */
    public ServiceDraws(Scenario scenario, int station) {
        draws = new Draws(scenario.seed());
        Stack.Station settings = scenario.stack().stations().get(station);
        service = Sampler.of(settings.serviceTime());
        thirdParties = settings.thirdParties().stream()
                .map(scenario.stack().thirdParties()::get)
                .toList();
        delays = thirdParties.stream().map(t -> Sampler.of(t.delay())).toArray(Sampler[]::new);
    }

    /** The station's own service time in nanoseconds, without incidents and third parties. */
    public long serviceNs(int applicant, int step, int attemptKey) {
        return service.ns(draws.key(Purpose.SERVICE, applicant, step, attemptKey));
    }

    /** Number of third parties called one after the other. */
    public int calls() {
        return delays.length;
    }

    /**
     * How long the i-th third party takes to answer, in nanoseconds.
     *
     * @param call i, or i + n × {@link #calls()} for the n-th retry
     */
    public long callNs(int call, int applicant, int step, int attemptKey) {
        long key = draws.key(Purpose.THIRD_PARTY, applicant, step, attemptKey);
        return delays[call % delays.length].ns(Draws.next(key, call));
    }

    /**
     * How long all third parties take one after the other, in nanoseconds, each called once; if one of them fails, the
     * complement of the time until it does.
     */
    public long callsNs(int applicant, int step, int attemptKey) {
        long ns = 0;
        for (int call = 0; call < calls(); call++) {
            ns = plus(ns, callNs(call, applicant, step, attemptKey));
            if (callFails(call, applicant, step, attemptKey)) {
                return ~ns;
            }
        }
        return ns;
    }

    /**
     * How long a worker is held by its own work and the calls after it, in nanoseconds. What would be longer than a long has
     * room for is as long as it can be: engine time ends before.
     *
     * @param callsNs as {@link #callsNs} tells
     */
    public static long heldNs(long ownNs, long callsNs) {
        return plus(ownNs, callsNs < 0 ? ~callsNs : callsNs);
    }

    private static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** True if the i-th third party fails this call; {@code call} as in {@link #callNs}. */
    public boolean callFails(int call, int applicant, int step, int attemptKey) {
        long key = draws.key(Purpose.THIRD_PARTY_ERROR, applicant, step, attemptKey);
        return Draws.uniform(Draws.next(key, call))
                < thirdParties.get(call % delays.length).errorShare();
    }

    /** True if this attempt's answer is lost where that share of the answers is. */
    public boolean answerLost(double lostShare, int applicant, int step, int attemptKey) {
        return lostShare > 0 && draws.uniform(Purpose.ANSWER_LOST, applicant, step, attemptKey) < lostShare;
    }
}
