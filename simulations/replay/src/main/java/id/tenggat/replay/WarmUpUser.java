package id.tenggat.replay;

import java.util.List;
import java.util.OptionalLong;

/** Makes warm-up calls, one after the other, and leaves. */
final class WarmUpUser implements VirtualUser {

    private final List<Call> calls;
    private final long arrivedNs;
    private int next;

    WarmUpUser(List<Call> calls, long arrivedNs) {
        this.calls = calls;
        this.arrivedNs = arrivedNs;
    }

    @Override
    public OptionalLong nextDueNs() {
        return next < calls.size() ? OptionalLong.of(arrivedNs) : OptionalLong.empty();
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public Call call() {
        return calls.get(next);
    }

    @Override
    public void settle(Exchange exchange) {
        next++;
    }
}
