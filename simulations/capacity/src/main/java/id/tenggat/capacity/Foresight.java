package id.tenggat.capacity;

import id.tenggat.policy.Behaviour;
import id.tenggat.policy.Itinerary;

/**
 * Draws that will be needed, made when an attempt is planned. A draw is a chain of some forty dependent operations: whoever
 * needs it at once waits for all of them, whoever needs it later waits for none, as the processor makes it beside all else.
 * Keyed draws are the same whenever they are made.
 */
final class Foresight {

    private final Behaviour behaviour;
    private final Stations stations;
    private final int[] stationOfStep;
    private final Applicants applicants;

    /** What is drawn for the first attempt of whoever comes now. */
    private long serviceNs;

    private long callsNs;
    private long thinkNs;
    /** And of whoever comes next. */
    private long nextServiceNs;

    private long nextCallsNs;
    private long nextThinkNs;

    Foresight(Behaviour behaviour, Stations stations, int[] stationOfStep, Applicants applicants) {
        this.behaviour = behaviour;
        this.stations = stations;
        this.stationOfStep = stationOfStep;
        this.applicants = applicants;
    }

    /** Of the attempt that is planned for the applicant in this slot. */
    void ofAttempt(int slot, Itinerary planned) {
        int step = planned.step();
        if (step == stationOfStep.length) {
            return;
        }
        SteadyStation station = stations.steady(stationOfStep[step]);
        if (station != null) {
            int attemptKey = planned.attemptKey();
            applicants.foresee(
                    slot,
                    station.serviceNs(planned.applicant(), step, attemptKey),
                    station.callsNs(planned.applicant(), step, attemptKey),
                    behaviour.thinkNs(planned.applicant(), step + 1));
        }
    }

    /** Of the first attempt of this applicant, who comes next. */
    void expect(int applicant) {
        SteadyStation station = stations.steady(stationOfStep[0]);
        if (station != null) {
            nextServiceNs = station.serviceNs(applicant, 0, 0);
            nextCallsNs = station.callsNs(applicant, 0, 0);
            nextThinkNs = behaviour.thinkNs(applicant, 1);
        }
    }

    /** Who was expected comes: somebody else may be expected now. */
    void nextComes() {
        serviceNs = nextServiceNs;
        callsNs = nextCallsNs;
        thinkNs = nextThinkNs;
    }

    /** Who came has this slot, and sends the first attempt at once. */
    void ofArrival(int slot) {
        applicants.foresee(slot, serviceNs, callsNs, thinkNs);
    }
}
