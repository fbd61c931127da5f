package id.tenggat.policy;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;
import id.tenggat.draw.Sampler;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack;

import java.util.Arrays;

/**
 * How long one request holds a worker, and what goes wrong with it: keyed draws, the same in both engines. A worker is
 * held for its own service time and then for each third party's answer in turn; the first that fails ends the request.
 */
public final class ServiceDraws {

    private final Draws draws;
    private final Sampler service;
    private final CallDraws[] parties;

    /** The draws of the station at this index. */
    public ServiceDraws(Scenario scenario, int station) {
        draws = new Draws(scenario.seed());
        Stack.Station settings = scenario.stack().stations().get(station);
        service = Sampler.of(settings.serviceTime());
        parties = settings.thirdParties().stream()
                .map(party -> new CallDraws(scenario, party))
                .toArray(CallDraws[]::new);
    }

    /** The station's own service time in nanoseconds, without incidents and third parties. */
    public long serviceNs(int applicant, int step, int attemptKey) {
        return service.ns(draws.key(Purpose.SERVICE, applicant, step, attemptKey));
    }

    /** Number of third parties called one after the other. */
    public int calls() {
        return parties.length;
    }

    /** True if it depends on the time at which a call is made what becomes of it. */
    public boolean callsVary() {
        return Arrays.stream(parties).anyMatch(CallDraws::vary);
    }

    /** What becomes of a call that is made at this engine time. */
    public DrawnCall call(CallKey key, long atNs) {
        long delayKey = draws.key(Purpose.THIRD_PARTY, key.applicant(), key.step(), key.attemptKey());
        long fateKey = draws.key(Purpose.THIRD_PARTY_ERROR, key.applicant(), key.step(), key.attemptKey());
        return parties[key.call() % parties.length].at(
                atNs, Draws.next(delayKey, key.call()), Draws.next(fateKey, key.call()));
    }

    /**
     * How long all third parties take one after the other, in nanoseconds, each called once while no incident concerns it;
     * if one of them fails, the complement of the time until it does.
     */
    public long callsNs(int applicant, int step, int attemptKey) {
        long ns = 0;
        for (int call = 0; call < parties.length; call++) {
            long delayKey = draws.key(Purpose.THIRD_PARTY, applicant, step, attemptKey);
            long fateKey = draws.key(Purpose.THIRD_PARTY_ERROR, applicant, step, attemptKey);
            long calledNs = parties[call].heldNs(Draws.next(delayKey, call), Draws.next(fateKey, call));
            ns = heldNs(ns, calledNs);
            if (calledNs < 0) {
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

    /** True if this attempt's answer is lost where that share of the answers is. */
    public boolean answerLost(double lostShare, int applicant, int step, int attemptKey) {
        return lostShare > 0 && draws.uniform(Purpose.ANSWER_LOST, applicant, step, attemptKey) < lostShare;
    }
}
