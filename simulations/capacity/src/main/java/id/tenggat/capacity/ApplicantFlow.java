package id.tenggat.capacity;

import id.tenggat.capacity.Requests.Place;
import id.tenggat.capacity.StationFlow.Answer;
import id.tenggat.policy.Behaviour;
import id.tenggat.policy.Behaviour.Move;
import id.tenggat.policy.Itinerary;
import id.tenggat.recording.Audit;
import id.tenggat.recording.ConservationException;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Recorder;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Clients.LateAnswer;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Scenario;

/** The applicants: they come, send attempts, wait, leave, try again, and end. */
final class ApplicantFlow implements StationFlow.Client {

    private final Behaviour behaviour;
    private final Recorder recorder;
    private final Agenda agenda;
    private final Books books;
    private final Applicants applicants = new Applicants();
    private final Requests requests = new Requests();
    private final Itinerary itinerary = new Itinerary();
    private final int[] stationOfStep;
    private final StationFlow[] stations;
    private final boolean hearsLateAnswers;
    private long attempts;
    private long told;
    private long entered;
    private long gone;

    ApplicantFlow(Scenario scenario, Agenda agenda, Recorder recorder) {
        this.behaviour = new Behaviour(scenario);
        this.agenda = agenda;
        this.recorder = recorder;
        this.books = new Books(scenario);
        this.hearsLateAnswers = scenario.clients().lateAnswer() == LateAnswer.HEARD;
        stationOfStep = scenario.journey().steps().stream()
                .mapToInt(Journey.Step::station)
                .toArray();
        stations = new StationFlow[scenario.stack().stations().size()];
        StationFlow.Shared shared = new StationFlow.Shared(scenario, agenda, requests, applicants, this);
        for (int i = 0; i < stations.length; i++) {
            stations[i] = new StationFlow(shared, i);
        }
    }

    StationFlow[] stations() {
        return stations;
    }

    Applicants applicants() {
        return applicants;
    }

    Requests requests() {
        return requests;
    }

    /** Nobody does anything any more: checks that nothing and nobody was lost on the way. */
    void checkConservation() {
        require(entered == gone, "applicants came in", entered, gone + " ended or are beyond the window");
        require(attempts == told, "attempts were sent", attempts, told + " have a fate");
        require(audit().refundable() >= 0, "stamps were paid", audit().paid(), audit().issued() + " were issued");
    }

    private static void require(boolean holds, String what, long count, String but) {
        if (!holds) {
            throw new ConservationException(count + " " + what + ", but " + but);
        }
    }

    Audit audit() {
        return books.audit();
    }

    long attempts() {
        return attempts;
    }

    /** Somebody comes for the first time, now. */
    void arrive(int applicant, int regency) {
        recorder.arrived(regency, agenda.nowNs());
        entered++;
        int slot = applicants.enter(applicant, regency);
        itinerary.load(applicant, 0, 0, 0, agenda.nowNs());
        follow(slot, behaviour.begin(itinerary));
    }

    /** Somebody was inside already when the run began. */
    void carryIn(Itinerary from, int regency, int doneSteps) {
        recorder.carriedIn(regency);
        entered++;
        int slot = applicants.enter(from.applicant(), regency);
        for (int step = 0; step < stationOfStep.length; step++) {
            if ((doneSteps >>> step & 1) == 1) {
                applicants.doneSteps[slot] = books.done(applicants.doneSteps[slot], step);
            }
        }
        itinerary.load(from.applicant(), from.step(), from.visit(), from.attempt(), from.dueNs());
        follow(slot, behaviour.resume(itinerary));
    }

    /** An applicant's next attempt, or the end of the journey, is due now. */
    void act(int slot) {
        int step = applicants.step[slot];
        if (step == stationOfStep.length) {
            complete(slot);
        } else {
            send(slot, step);
        }
    }

    private void send(int slot, int step) {
        if (applicants.fresh[slot]) {
            applicants.fresh[slot] = false;
            recorder.begun(step, agenda.nowNs());
        }
        attempts++;
        StationFlow station = stations[stationOfStep[step]];
        switch (station.door()) {
            case ENTERED -> station.enter(newRequest(slot, step));
            case IGNORED -> newRequest(slot, step);
            case REJECTED -> fail(slot, Fate.REJECTED, station.retryAfterNs());
            case FAILED -> fail(slot, Fate.FAILED, 0);
        }
    }

    private int newRequest(int slot, int step) {
        int attemptKey = Itinerary.attemptKey(applicants.visit[slot], applicants.attempt[slot]);
        int request = requests.add(slot, step, attemptKey);
        requests.dueNs[request] = applicants.dueNs[slot];
        requests.sentNs[request] = agenda.nowNs();
        agenda.addTimeout(request, requests.stamp[request]);
        applicants.requestSent(slot, request);
        return request;
    }

    /** A client has waited as long as it would. */
    void timeOut(int request) {
        if (requests.abandoned[request]) {
            return;
        }
        int slot = requests.applicantSlot[request];
        record(request, Fate.TIMED_OUT);
        afterFailure(slot, 0);
        leave(request);
    }

    /** The client of a request does not wait for its answer any more. */
    private void leave(int request) {
        requests.abandoned[request] = true;
        if (requests.place[request] == Place.UNANSWERED
                || stations[stationOfStep[requests.step[request]]].abandon(request)) {
            forget(request);
        }
    }

    @Override
    public void served(int request, Answer answer) {
        int slot = requests.applicantSlot[request];
        boolean accepted = books.accepts(applicants.doneSteps[slot], requests.step[request]);
        if (accepted) {
            applicants.doneSteps[slot] = books.done(applicants.doneSteps[slot], requests.step[request]);
        }
        if (requests.abandoned[request]) {
            if (hearsLateAnswers && accepted && answer == Answer.ARRIVES) {
                hearLate(slot, request);
            }
            forget(request);
        } else if (answer == Answer.ARRIVES) {
            hear(slot, request, accepted);
        }
    }

    private void hear(int slot, int request, boolean accepted) {
        record(request, accepted ? Fate.SERVED : Fate.FAILED);
        forget(request);
        if (accepted) {
            goOn(slot);
        } else {
            afterFailure(slot, 0);
        }
    }

    private void goOn(int slot) {
        applicants.load(slot, itinerary);
        follow(slot, behaviour.afterServed(itinerary, agenda.nowNs()));
    }

    /** An answer to an earlier attempt also answers the one that is waited for, or makes the planned one needless. */
    private void hearLate(int slot, int request) {
        boolean stillAtIt = applicants.isInside(slot)
                && applicants.dueNs[slot] != Applicants.BEYOND
                && applicants.step[slot] == requests.step[request]
                && applicants.visit[slot] == requests.attemptKey[request] / Clients.MAX_ATTEMPTS;
        if (!stillAtIt) {
            return;
        }
        if (applicants.dueNs[slot] == Applicants.IN_FLIGHT) {
            int waitedFor = applicants.request[slot];
            record(waitedFor, Fate.SERVED);
            leave(waitedFor);
        } else {
            applicants.plan[slot]++;
        }
        goOn(slot);
    }

    @Override
    public void failed(int request) {
        int slot = requests.applicantSlot[request];
        if (!requests.abandoned[request]) {
            record(request, Fate.FAILED);
            afterFailure(slot, 0);
        }
        forget(request);
    }

    /** The attempt that is due now gets an answer at once that is none. */
    private void fail(int slot, Fate fate, long retryAfterNs) {
        long nowNs = agenda.nowNs();
        told++;
        recorder.attempt(applicants.step[slot], fate, applicants.dueNs[slot], nowNs, nowNs);
        afterFailure(slot, retryAfterNs);
    }

    private void afterFailure(int slot, long retryAfterNs) {
        applicants.load(slot, itinerary);
        follow(slot, behaviour.afterFailure(itinerary, agenda.nowNs(), retryAfterNs));
    }

    private void record(int request, Fate fate) {
        told++;
        recorder.attempt(
                requests.step[request], fate, requests.dueNs[request], requests.sentNs[request], agenda.nowNs());
    }

    private void forget(int request) {
        int slot = requests.applicantSlot[request];
        requests.remove(request);
        applicants.requestGone(slot);
    }

    private void follow(int slot, Move move) {
        applicants.store(slot, itinerary);
        switch (move) {
            case ATTEMPT -> plan(slot);
            case COMPLETE -> completeWhenDue(slot);
            case GIVE_UP -> end(slot, Ending.GAVE_UP);
            case MISS -> miss(slot);
            case BEYOND -> leaveWindow(slot);
        }
    }

    private void leaveWindow(int slot) {
        gone++;
        applicants.dueNs[slot] = Applicants.BEYOND;
    }

    private void completeWhenDue(int slot) {
        if (itinerary.dueNs() == agenda.nowNs()) {
            complete(slot);
        } else {
            plan(slot);
        }
    }

    private void plan(int slot) {
        agenda.add(Agenda.ACT, itinerary.dueNs(), slot, applicants.plan[slot]);
    }

    private void complete(int slot) {
        end(slot, behaviour.isInTime(agenda.nowNs()) ? Ending.COMPLETED : Ending.COMPLETED_LATE);
    }

    private void miss(int slot) {
        long nowNs = agenda.nowNs();
        recorder.attempt(applicants.step[slot], Fate.ABANDONED, nowNs, nowNs, nowNs);
        end(slot, Ending.MISSED);
    }

    private void end(int slot, Ending ending) {
        gone++;
        recorder.ended(applicants.regency[slot], ending, agenda.nowNs());
        applicants.end(slot);
    }
}
