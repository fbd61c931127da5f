package id.tenggat.replay;

import java.util.OptionalLong;

/** A user whose every call's slip is told when it is sent, not when it has ended, so that a late injector shows at once. */
final class MeteredUser implements VirtualUser {

    private final VirtualUser user;
    private final Vitals vitals;
    private long dueNs;

    MeteredUser(VirtualUser user, Vitals vitals) {
        this.user = user;
        this.vitals = vitals;
    }

    @Override
    public OptionalLong nextDueNs() {
        OptionalLong next = user.nextDueNs();
        dueNs = next.orElse(0);
        return next;
    }

    @Override
    public boolean stays() {
        return user.stays();
    }

    @Override
    public Call call() {
        Call call = user.call();
        vitals.sent(Math.max(0, System.nanoTime() - dueNs));
        return call;
    }

    @Override
    public void settle(Exchange exchange) {
        user.settle(exchange);
    }
}
