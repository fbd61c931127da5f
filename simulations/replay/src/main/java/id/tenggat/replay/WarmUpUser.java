package id.tenggat.replay;

import java.util.OptionalLong;

/** Sends one warm-up request for each step of the journey, one after the other, and leaves. */
final class WarmUpUser implements VirtualUser {

    private final Requests requests;
    private final long arrivedNs;
    private int step;

    WarmUpUser(Requests requests, long arrivedNs) {
        this.requests = requests;
        this.arrivedNs = arrivedNs;
    }

    @Override
    public OptionalLong nextDueNs() {
        return step < requests.steps() ? OptionalLong.of(arrivedNs) : OptionalLong.empty();
    }

    @Override
    public Call call() {
        return requests.warmUp(step);
    }

    @Override
    public void settle(Exchange exchange) {
        step++;
    }
}
