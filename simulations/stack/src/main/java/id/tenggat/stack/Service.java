package id.tenggat.stack;

import id.tenggat.policy.ServiceDraws;
import id.tenggat.stack.EngineTime.Alarm;

import java.util.List;

/**
 * One attempt held by a worker: its own service time, then each third party's answer; beside them the real work. It ends
 * well when all are over, and breaks at the first third party that fails.
 */
final class Service {

    /** What all services of a station share. */
    record Tools(
            EngineTime time, ServiceDraws draws, List<Integer> thirdParties, ThirdParties calls, Fidelity fidelity) {}

    /** Who is told of the end. */
    interface Station {
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

    Service(Ticket ticket, Tools tools, Station station) {
        this.ticket = ticket;
        this.tools = tools;
        this.station = station;
        this.begunNs = tools.time().nowNs();
    }

    void begin(double slowness) {
        Attempt attempt = ticket.attempt;
        long drawnNs = tools.draws().serviceNs(attempt.applicant(), attempt.step(), attempt.key());
        long holdNs = (long) (drawnNs * slowness);
        alarm = tools.time().after(holdNs, () -> held(begunNs + holdNs));
        attempt.job().work(this::workOver);
    }

    /** Nobody is told any more. */
    void stop() {
        stopped = true;
        alarm.cancel();
    }

    long heldNs() {
        return tools.time().nowNs() - begunNs;
    }

    private void held(long plannedNs) {
        tools.fidelity().alarms().late(Math.max(0, tools.time().nowNs() - plannedNs));
        call(0);
    }

    private void call(int index) {
        if (index == tools.draws().calls()) {
            modelOver();
            return;
        }
        Attempt attempt = ticket.attempt;
        long delayNs = tools.draws().callNs(index, attempt.applicant(), attempt.step(), attempt.key());
        boolean fails = tools.draws().callFails(index, attempt.applicant(), attempt.step(), attempt.key());
        tools.calls()
                .call(
                        new ThirdParties.Call(tools.thirdParties().get(index), delayNs, fails),
                        well -> answered(index, well));
    }

    private void answered(int index, boolean well) {
        if (stopped) {
            return;
        }
        if (well) {
            call(index + 1);
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
