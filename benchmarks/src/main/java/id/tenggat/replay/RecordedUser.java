package id.tenggat.replay;

import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;

import java.util.OptionalLong;

/** A user who makes its calls, each when it is due and the one before has ended, and records them as applicants do. */
final class RecordedUser implements VirtualUser {

    private final Journal journal;
    private final CallPlan plan;
    private final int user;
    private int made;

    RecordedUser(Journal journal, CallPlan plan, int user) {
        this.journal = journal;
        this.plan = plan;
        this.user = user;
        journal.cameIn(0, false, plan.cadence().dueNs(user, 0));
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
        journal.sent(plan.cadence().dueNs(user, made));
        return CallPlan.call(plan.url(), user, made);
    }

    @Override
    public void settle(Exchange exchange) {
        Journal.Stamps stamps =
                new Journal.Stamps(engine(exchange.dueNs()), engine(exchange.sentNs()), engine(exchange.doneNs()));
        if (made == 0) {
            journal.begun(0, stamps.sentNs());
        }
        journal.attempt(0, exchange.reply() instanceof Answer ? Fate.SERVED : Fate.FAILED, stamps);
        if (++made == plan.cadence().calls()) {
            journal.ended(0, Ending.COMPLETED, stamps.doneNs());
        }
    }

    private long engine(long nanoTime) {
        return nanoTime - plan.zeroNs();
    }
}
