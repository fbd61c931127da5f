package id.tenggat.capacity;

import id.tenggat.policy.CallGuard;
import id.tenggat.policy.CallKey;
import id.tenggat.policy.DrawnCall;
import id.tenggat.policy.ServiceDraws;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.state.State;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The third-party calls of one station's requests where what becomes of a call depends on when it is made, or a connection
 * is given back before the first: one event a call, instead of one for all.
 */
final class CallFlow {

    /** What a request takes in all arrays. */
    static final int BYTES_PER_REQUEST = 24;

    private final ServiceDraws draws;
    private final Requests requests;
    private final CallGuard[] guards;
    /** Of each request: the call that is made, -1 before the first; how often it was made before; and when it is made. */
    private int[] call = new int[0];

    private int[] attempt = new int[0];
    private long[] madeNs = new long[0];
    private long[] permit = new long[0];

    CallFlow(StationFlow.Shared shared, Station station, ServiceDraws draws) {
        this.draws = draws;
        requests = shared.requests();
        Map<Integer, CallGuard> byThirdParty = new HashMap<>();
        guards = station.thirdParties().stream()
                .map(party -> byThirdParty.computeIfAbsent(
                        party, ignored -> new CallGuard(station.safeguards().calls())))
                .toArray(CallGuard[]::new);
    }

    /** A worker has taken this request. */
    void begin(int request) {
        if (request >= call.length) {
            int capacity = Math.max(request + 1, 2 * call.length);
            call = Arrays.copyOf(call, capacity);
            attempt = Arrays.copyOf(attempt, capacity);
            madeNs = Arrays.copyOf(madeNs, capacity);
            permit = Arrays.copyOf(permit, capacity);
        }
        call[request] = -1;
        attempt[request] = 0;
    }

    /** True if another call is made, which ends after {@link #callNs}; false if all are made, or the request fails. */
    boolean goesOn(int request, long nowNs) {
        if (call[request] >= 0 && !isAnswered(request, nowNs)) {
            return !requests.fails[request] && isMade(request, nowNs);
        }
        call[request]++;
        attempt[request] = 0;
        return call[request] < guards.length && isMade(request, nowNs);
    }

    /** How long the call that is made takes, in nanoseconds. */
    long callNs(int request) {
        return drawn(request).heldNs();
    }

    private DrawnCall drawn(int request) {
        CallKey key = new CallKey(
                call[request] + attempt[request] * draws.calls(),
                requests.applicant[request],
                requests.step[request],
                requests.attemptKey[request]);
        return draws.call(key, madeNs[request]);
    }

    /** False if the call failed: then it is made again, or the request fails. */
    private boolean isAnswered(int request, long nowNs) {
        CallGuard guard = guards[call[request]];
        if (drawn(request).isWell()) {
            guard.well(nowNs, permit[request]);
            return true;
        }
        requests.fails[request] = !guard.failed(nowNs, permit[request], attempt[request]);
        attempt[request]++;
        return false;
    }

    private boolean isMade(int request, long nowNs) {
        madeNs[request] = nowNs;
        permit[request] = guards[call[request]].begin(nowNs, attempt[request]);
        requests.fails[request] = permit[request] == CallGuard.REFUSED;
        return !requests.fails[request];
    }

    void carry(State state) {
        int count = state.count(call.length, Long.BYTES);
        call = state.of(call, count);
        attempt = state.of(attempt, count);
        madeNs = state.of(madeNs, count);
        permit = state.of(permit, count);
        Arrays.stream(guards).distinct().forEach(guard -> guard.carry(state));
    }
}
