package id.tenggat.stack;

import id.tenggat.policy.CallGuard;
import id.tenggat.policy.CallKey;
import id.tenggat.policy.ServiceDraws;
import id.tenggat.scenario.Stack;
import id.tenggat.stack.EngineTime.Alarm;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One attempt held by a worker: its own service time, then each third party's answer; beside them the real work. It ends
 * well when all are over, and breaks at the first third party that fails for good.
 *
 * <pre>
 *   own service time ─────────────────────────┤ third parties ──┤ ends, answered as soon as it is settled
 *   real work ───┤               settles ──────┤                 settles ──┤
 *                                if none is called, and it is over         else
 * </pre>
 *
 * <p>A service time takes in the commit, as those that are measured do: so settling begins ahead of the end, by as much as it
 * will hardly take longer than, where the end is known.
 */
final class Service {

    /** What all services of a station share. */
    record Tools(
            EngineTime time,
            ServiceDraws draws,
            List<Integer> thirdParties,
            List<CallGuard> guards,
            ThirdParties calls,
            Fidelity fidelity) {}

    /** Those of the station at this index. */
    static Tools tools(LiveStation.Shared shared, int index) {
        Stack.Station settings = shared.scenario().stack().stations().get(index);
        return new Tools(
                shared.time(),
                new ServiceDraws(shared.scenario(), index),
                settings.thirdParties(),
                guards(settings),
                shared.thirdParties(),
                shared.fidelity());
    }

    /** The guards of a station's calls, in their order: one for each third party, however often it is called. */
    private static List<CallGuard> guards(Stack.Station settings) {
        Map<Integer, CallGuard> byThirdParty = new HashMap<>();
        return settings.thirdParties().stream()
                .map(party -> byThirdParty.computeIfAbsent(
                        party, ignored -> new CallGuard(settings.safeguards().calls())))
                .toList();
    }

    /** Who is told of the end. */
    interface Station {
        /** The station's own service time is over; what follows needs no connection of a pool. */
        void ownServiceOver(Service service);

        void ended(Service service);

        void broke(Service service);
    }

    final Ticket ticket;
    private final Tools tools;
    private final Station station;
    private final long begunNs;
    private boolean workOver;
    private boolean modelOver;
    private long modelOverNs;
    private boolean stopped;
    private Alarm alarm = () -> {};
    private boolean settles;
    private @Nullable Answer settled;
    private Consumer<Answer> asker = answer -> {};

    Service(Ticket ticket, Tools tools, Station station) {
        this.ticket = ticket;
        this.tools = tools;
        this.station = station;
        this.begunNs = tools.time().nowNs();
    }

    /** Its own service time begins. */
    void begin(double slowness) {
        Attempt attempt = ticket.attempt;
        long drawnNs = tools.draws().serviceNs(attempt.applicant(), attempt.step(), attempt.key());
        long holdNs = (long) (drawnNs * slowness);
        long endNs = tools.time().nowNs() + holdNs;
        long aheadNs =
                Math.min(holdNs, tools.draws().calls() == 0 ? attempt.job().settlingNs() : 0);
        alarm = aheadNs == 0
                ? tools.time().at(endNs, this::held)
                : tools.time().at(endNs - aheadNs, () -> endsAt(endNs));
        attempt.job().work(() -> tools.time().happens(this::workOver));
    }

    private void endsAt(long endNs) {
        alarm = tools.time().at(endNs, this::held);
        if (workOver) {
            settle(endNs);
        }
    }

    private void settle(long endNs) {
        settles = true;
        ticket.attempt.job().settle(endNs, this::settled);
    }

    private void settled(Answer answer) {
        settled = answer;
        asker.accept(answer);
    }

    /** It has ended well: who is given the answer, once its effect is in the ledger. */
    void answer(Consumer<Answer> client) {
        Answer before = settled;
        if (before != null) {
            client.accept(before);
            return;
        }
        asker = client;
        if (!settles) {
            settle(tools.time().nowNs());
        }
    }

    /** Nobody is told any more. */
    void stop() {
        stopped = true;
        alarm.cancel();
    }

    /** For how long a worker has held it, with a connection of a pool or waiting for one. */
    long heldNs() {
        return tools.time().nowNs() - begunNs;
    }

    private void held() {
        tools.fidelity().alarms().late(tools.time().lateNs());
        station.ownServiceOver(this);
        call(0, 0);
    }

    /** The attempt counts from 0; what may not be called breaks the request. */
    private void call(int index, int attempt) {
        if (index == tools.draws().calls()) {
            modelOver();
            return;
        }
        long permit = tools.guards().get(index).begin(tools.time().nowNs(), attempt);
        if (permit == CallGuard.REFUSED) {
            station.broke(this);
            return;
        }
        Called called = new Called(index, attempt, permit);
        tools.calls().call(drawn(index, attempt), well -> tools.time().happens(() -> {
            if (!stopped) {
                answered(called, well);
            }
        }));
    }

    private ThirdParties.Call drawn(int index, int attempt) {
        Attempt request = ticket.attempt;
        int call = index + attempt * tools.draws().calls();
        CallKey key = new CallKey(call, request.applicant(), request.step(), request.key());
        return new ThirdParties.Call(
                tools.thirdParties().get(index),
                tools.draws().call(key, tools.time().nowNs()),
                tools.time());
    }

    /** A call that was made. */
    private record Called(int index, int attempt, long permit) {}

    private void answered(Called called, boolean well) {
        CallGuard guard = tools.guards().get(called.index());
        long nowNs = tools.time().nowNs();
        if (well) {
            guard.well(nowNs, called.permit());
            call(called.index() + 1, 0);
        } else if (guard.failed(nowNs, called.permit(), called.attempt())) {
            call(called.index(), called.attempt() + 1);
        } else {
            station.broke(this);
        }
    }

    private void modelOver() {
        modelOver = true;
        modelOverNs = tools.time().nowNs();
        endIfOver();
    }

    private void workOver() {
        if (stopped) {
            return;
        }
        workOver = true;
        if (modelOver) {
            tools.fidelity().work().late(tools.time().nowNs() - modelOverNs);
        }
        endIfOver();
    }

    private void endIfOver() {
        if (modelOver && workOver) {
            station.ended(this);
        }
    }
}
