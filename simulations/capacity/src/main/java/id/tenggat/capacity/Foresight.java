package id.tenggat.capacity;

import id.tenggat.policy.Behaviour;
import id.tenggat.policy.Itinerary;

/**
 * Draws that will be needed, made when an attempt is planned. A draw is a chain of some forty dependent operations: whoever
 * needs it at once waits for all of them, whoever needs it later waits for none, as the processor makes it beside all else.
 * Keyed draws are the same whenever they are made. Of an attempt that will hardly get in nothing is drawn until it does.
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
        if (station == null) {
            return;
        }
        if (station.isFull()) {
            applicants.foreseeNothing(slot);
        } else {
            draw(slot, planned, station);
        }
    }

    private void draw(int slot, Itinerary attempt, SteadyStation station) {
        int applicant = attempt.applicant();
        int attemptKey = attempt.attemptKey();
        applicants.foresee(
                slot,
                station.serviceNs(applicant, attempt.step(), attemptKey),
                station.callsNs(applicant, attempt.step(), attemptKey),
                behaviour.thinkNs(applicant, attempt.step() + 1));
    }

    /** Draws what was not foreseen of the attempt that enters this station now. */
    void makeUp(int slot, Itinerary entering, SteadyStation station) {
        if (!applicants.isForeseen(slot)) {
            draw(slot, entering, station);
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
