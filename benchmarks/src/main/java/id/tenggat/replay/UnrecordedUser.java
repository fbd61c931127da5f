package id.tenggat.replay;

import java.util.OptionalLong;

/** A user who makes its calls as {@link RecordedUser} does, and tells nobody. */
final class UnrecordedUser implements VirtualUser {

    private final CallPlan plan;
    private final int user;
    private int made;

    UnrecordedUser(CallPlan plan, int user) {
        this.plan = plan;
        this.user = user;
    }

    @Override
    public OptionalLong nextDueNs() {
        return made < plan.cadence().calls() ? OptionalLong.of(plan.dueNs(user, made)) : OptionalLong.empty();
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public Call call() {
        return CallPlan.call(plan.url(), user, made);
    }

    @Override
    public void settle(Exchange exchange) {
        made++;
    }
}
