package id.tenggat.capacity;

import id.tenggat.arrival.Crowd;
import id.tenggat.capacity.Requests.Place;
import id.tenggat.capacity.StationFlow.Answer;
import id.tenggat.capacity.StationFlow.Entry;
import id.tenggat.policy.Behaviour;
import id.tenggat.policy.Behaviour.Move;
import id.tenggat.policy.Itinerary;
import id.tenggat.policy.Mishaps;
import id.tenggat.policy.Patience;
import id.tenggat.recording.Audit;
import id.tenggat.recording.ConservationException;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Recorder;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Clients.LateAnswer;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Scenario;
import id.tenggat.state.State;
import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** The applicants: they come, send attempts, wait, leave, try again, and end. */
final class ApplicantFlow implements StationFlow.Client {

    private final Behaviour behaviour;
    private final Patience patience;
    private final Recorder recorder;
    private final Agenda agenda;
    private final Books books;
    private final Mishaps mishaps;
    private final Applicants applicants;
    private final Requests requests;
    private final Itinerary itinerary = new Itinerary();
    private final int[] stationOfStep;
    private final Stations stations;
    private final Foresight foresight;
    private final boolean hearsLateAnswers;
    /** Sees some of them, if anybody asked. */
    private final @Nullable Witness witness;

    private long attempts;
    private long told;
    private long entered;
    private long gone;
    /** The last time of anything that is told already. */
    private long toldNs;

    /** The tables that the applicants stand in, and what is to happen to them. */
    record Tables(Patience patience, Applicants applicants, Requests requests, Agenda agenda) {

        static Tables of(Scenario scenario) {
            Applicants applicants = new Applicants();
            Requests requests = new Requests();
            Patience patience = new Patience(scenario);
            boolean unplans = scenario.clients().lateAnswer() == LateAnswer.HEARD;
            return new Tables(patience, applicants, requests, new Agenda(patience, applicants, requests, unplans));
        }
    }

    ApplicantFlow(Scenario scenario, Tables tables, Recorder recorder, Simulator.Manner manner) {
        this.behaviour = new Behaviour(scenario);
        this.patience = tables.patience();
        this.applicants = tables.applicants();
        this.requests = tables.requests();
        this.agenda = tables.agenda();
        this.recorder = recorder;
        this.witness = manner.witness();
        this.books = new Books(scenario);
        this.mishaps = new Mishaps(scenario);
        this.hearsLateAnswers = scenario.clients().lateAnswer() == LateAnswer.HEARD;
        stationOfStep = scenario.journey().steps().stream()
                .mapToInt(Journey.Step::station)
                .toArray();
        long endOfTimeNs = Recorder.endOfTimeNs(recorder.intervalNs());
        stations = new Stations(
                new StationFlow.Shared(scenario, agenda, requests, this, endOfTimeNs),
                manner.way(),
                recorder.intervalNs());
        foresight = new Foresight(behaviour, stations, stationOfStep, applicants);
    }

    Stations stations() {
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
        stations.checkConservation();
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

    /** How many stamps of quota an applicant has lost. */
    int lostQuota(int applicant) {
        return books.lostQuota(applicant);
    }

    long attempts() {
        return attempts;
    }

    /** Room for timeouts: no more than twice as many as there ever were at once. */
    int timeoutCapacity() {
        return agenda.timeoutCapacity();
    }

    /** Applicants who have come in, whoever was inside already counted. */
    long entered() {
        return entered;
    }

    /** Applicants inside now; whoever is beyond the window is not. */
    long inside() {
        return entered - gone;
    }

    /**
     * Carries the applicants and all that is to happen to them, into a flow to which nothing has happened. Where stations
     * are played step by step, nothing is foreseen or told ahead.
     */
    void carry(State state) {
        attempts = state.of(attempts);
        told = state.of(told);
        entered = state.of(entered);
        gone = state.of(gone);
        books.carry(state);
        applicants.carry(state);
        requests.carry(state);
        agenda.carry(state, applicants);
        stations.carry(state);
    }

    /** The last time of anything that happened or is known to happen. */
    long lastNs() {
        return Math.max(toldNs, agenda.nowNs());
    }

    /** This is who comes next. */
    void expect(int applicant) {
        foresight.expect(applicant);
    }

    /** Whoever was expected is about to come; afterwards somebody else can be expected. */
    void nextComes() {
        foresight.nextComes();
    }

    /**
     * Somebody comes for the first time, now.
     *
     * @param nextNs when the next thing happens: not now means that nobody else's turn is before the first attempt's
     */
    void arrive(int applicant, int regency, long nextNs) {
        recorder.arrived(regency, agenda.nowNs());
        entered++;
        if (witness != null) {
            witness.arrived(applicant, regency, agenda.nowNs());
        }
        int slot = applicants.enter(applicant, regency);
        itinerary.load(applicant, 0, 0, 0, agenda.nowNs());
        Move move = behaviour.begin(itinerary);
        if (move == Move.ATTEMPT && itinerary.dueNs() == agenda.nowNs() && nextNs > agenda.nowNs()) {
            applicants.store(slot, itinerary);
            foresight.ofArrival(slot);
            act(slot);
        } else {
            follow(slot, move, agenda.nowNs());
        }
    }

    /** Somebody was inside already when the run began. */
    void carryIn(Crowd.Member member, int regency) {
        Itinerary from = Itinerary.of(member);
        recorder.carriedIn(regency);
        entered++;
        if (witness != null) {
            witness.carriedIn(from, regency, agenda.nowNs());
        }
        int slot = applicants.enter(from.applicant(), regency);
        applicants.doneSteps(slot, books.carriedIn(member));
        itinerary.load(from.applicant(), from.step(), from.visit(), from.attempt(), from.dueNs());
        follow(slot, behaviour.resume(itinerary), agenda.nowNs());
    }

    /** An applicant's next attempt, or the end of the journey, is due now. */
    void act(int slot) {
        int step = applicants.step(slot);
        if (step == stationOfStep.length) {
            complete(slot, agenda.nowNs());
        } else {
            send(slot, step);
        }
    }

    private void send(int slot, int step) {
        begin(slot, step, agenda.nowNs());
        attempts++;
        SteadyStation steady = stations.steady(stationOfStep[step]);
        if (steady == null) {
            sendStepByStep(slot, step);
        } else {
            sendAhead(slot, steady);
        }
    }

    /** An attempt is sent then: if it is the step's first, the step begins. */
    private void begin(int slot, int step, long ns) {
        if (applicants.beginsStep(slot)) {
            recorder.begun(step, ns);
        }
    }

    private void sendStepByStep(int slot, int step) {
        StationFlow station = station(step);
        Entry entry = station.door();
        if (witness != null) {
            applicants.load(slot, itinerary);
            witness.sent(itinerary, agenda.nowNs(), entry, station.placeOfNext());
        }
        switch (entry) {
            case ENTERED -> station.enter(awaited(newRequest(slot, step)));
            case WAITS -> station.waitInRoom(newRequest(slot, step));
            case IGNORED -> awaited(newRequest(slot, step));
            case REJECTED -> fail(slot, Fate.REJECTED, station.retryAfterNs());
            case FAILED -> fail(slot, Fate.FAILED, 0);
        }
    }

    private StationFlow station(int step) {
        return stations.stepByStep(stationOfStep[step]);
    }

    /** The station knows the attempt's fate already. */
    private void sendAhead(int slot, SteadyStation station) {
        applicants.load(slot, itinerary);
        switch (station.door(agenda.nowNs())) {
            case ENTERED -> enterAhead(slot, station);
            case IGNORED -> tell(slot, Fate.TIMED_OUT, givesUpNs());
            case REJECTED -> fail(slot, Fate.REJECTED, station.retryAfterNs());
            case FAILED -> fail(slot, Fate.FAILED, 0);
            case WAITS -> throw new IllegalStateException("a steady station has no waiting room");
        }
    }

    private void enterAhead(int slot, SteadyStation station) {
        foresight.makeUp(slot, itinerary, station);
        station.enter(agenda.nowNs(), applicants.serviceNs(slot), applicants.callsNs(slot));
        tellAhead(slot, station);
    }

    private void tellAhead(int slot, SteadyStation station) {
        long endNs = station.endNs();
        toldNs = Math.max(toldNs, endNs);
        long givesUpNs = givesUpNs();
        boolean inTime = endNs < givesUpNs || (endNs == givesUpNs && station.isBrokenOff());
        if (station.fails()) {
            station.failed();
            tell(slot, inTime ? Fate.FAILED : Fate.TIMED_OUT, inTime ? endNs : givesUpNs);
            return;
        }
        boolean heard = inTime && !station.losesAnswer(itinerary);
        station.done(heard);
        boolean accepted = book(slot, itinerary.step(), itinerary.attemptKey(), endNs);
        Fate fate = accepted ? Fate.SERVED : Fate.FAILED;
        tell(slot, heard ? fate : Fate.TIMED_OUT, heard ? endNs : givesUpNs);
    }

    /** When the client of the itinerary's attempt, sent now, stops waiting. */
    private long givesUpNs() {
        long ns = patience.ns(itinerary.applicant(), itinerary.step(), itinerary.attemptKey());
        return Math.addExact(agenda.nowNs(), ns);
    }

    /** The attempt sent now will have this fate then. */
    private void tell(int slot, Fate fate, long doneNs) {
        told++;
        toldNs = Math.max(toldNs, doneNs);
        recorder.attempt(itinerary.step(), fate, itinerary.dueNs(), agenda.nowNs(), doneNs);
        Move move =
                switch (fate) {
                    case SERVED -> behaviour.afterServed(itinerary, doneNs, applicants.thinkNs(slot));
                    case TIMED_OUT -> behaviour.afterTimeout(itinerary, doneNs);
                    case REJECTED, FAILED, ABANDONED -> behaviour.afterFailure(itinerary, doneNs, 0);
                };
        follow(slot, move, doneNs);
    }

    /** The stack does a step at this time; false if the ledger does not let it, or a mishap befalls it. */
    private boolean book(int slot, int step, int attemptKey, long ns) {
        int applicant = applicants.applicant(slot);
        int done = applicants.doneSteps(slot);
        boolean accepted = books.accepts(applicant, done, step)
                && !books.befalls(mishaps.at(ns, applicant, step, attemptKey), applicant, done, step);
        if (accepted) {
            applicants.doneSteps(slot, books.done(done, step));
        }
        return accepted;
    }

    private int newRequest(int slot, int step) {
        int attemptKey = Itinerary.attemptKey(applicants.visit(slot), applicants.attempt(slot));
        int request = requests.add(slot, applicants.applicant(slot), step, attemptKey);
        requests.dueNs[request] = applicants.dueNs(slot);
        requests.sentNs[request] = agenda.nowNs();
        requests.givesUpNs[request] = Requests.NEVER;
        applicants.requestSent(slot, request);
        return request;
    }

    private int awaited(int request) {
        awaits(request);
        return request;
    }

    @Override
    public void awaits(int request) {
        long waitsNs = patience.ns(requests.applicant[request], requests.step[request], requests.attemptKey[request]);
        requests.givesUpNs[request] = Math.addExact(agenda.nowNs(), waitsNs);
        agenda.addTimeout(request);
    }

    @Override
    public void timeOut(int request) {
        if (requests.abandoned[request]) {
            return;
        }
        if (witness != null) {
            witness.timedOut(requests, request, agenda.nowNs());
        }
        int slot = requests.applicantSlot[request];
        record(request, Fate.TIMED_OUT);
        if (requests.givesUpNs[request] == Requests.NEVER) {
            afterFailure(slot, 0);
        } else {
            afterTimeout(slot);
        }
        leave(request);
    }

    /** The client of a request does not wait for its answer any more. */
    private void leave(int request) {
        requests.abandoned[request] = true;
        if (requests.place[request] == Place.UNANSWERED
                || station(requests.step[request]).abandon(request)) {
            forget(request);
        }
    }

    /** A worker is done with a request. */
    void endService(int request) {
        station(requests.step[request]).endService(request);
    }

    @Override
    public void served(int request, Answer answer) {
        int slot = requests.applicantSlot[request];
        boolean accepted = book(slot, requests.step[request], requests.attemptKey[request], agenda.nowNs());
        if (witness != null) {
            witness.served(requests, request, agenda.nowNs(), answer, accepted);
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
        follow(slot, behaviour.afterServed(itinerary, agenda.nowNs()), agenda.nowNs());
    }

    /** An answer to an earlier attempt also answers the one that is waited for, or makes the planned one needless. */
    private void hearLate(int slot, int request) {
        boolean stillAtIt = applicants.isInside(slot)
                && applicants.dueNs(slot) != Applicants.BEYOND
                && applicants.step(slot) == requests.step[request]
                && applicants.visit(slot) == requests.attemptKey[request] / Clients.MAX_ATTEMPTS;
        if (!stillAtIt) {
            return;
        }
        if (witness != null) {
            witness.heardLate(requests, request, agenda.nowNs());
        }
        if (applicants.dueNs(slot) == Applicants.IN_FLIGHT) {
            int waitedFor = applicants.request(slot);
            record(waitedFor, Fate.SERVED);
            agenda.cancelTimeout(waitedFor);
            leave(waitedFor);
        } else {
            agenda.unplan(slot, applicants.dueNs(slot));
        }
        goOn(slot);
    }

    @Override
    public void failed(int request) {
        if (witness != null) {
            witness.failed(requests, request, agenda.nowNs());
        }
        int slot = requests.applicantSlot[request];
        if (!requests.abandoned[request]) {
            record(request, Fate.FAILED);
            afterFailure(slot, 0);
        }
        forget(request);
    }

    @Override
    public void dropped(int request, Entry as) {
        if (witness != null) {
            witness.dropped(requests, request, agenda.nowNs());
        }
        int slot = requests.applicantSlot[request];
        if (requests.abandoned[request]) {
            forget(request);
        } else if (as == Entry.REJECTED) {
            record(request, Fate.REJECTED);
            afterFailure(slot, station(requests.step[request]).retryAfterNs());
            forget(request);
        }
    }

    /** The attempt that is due now gets an answer at once that is none. */
    private void fail(int slot, Fate fate, long retryAfterNs) {
        long nowNs = agenda.nowNs();
        told++;
        recorder.attempt(applicants.step(slot), fate, applicants.dueNs(slot), nowNs, nowNs);
        afterFailure(slot, retryAfterNs);
    }

    private void afterFailure(int slot, long retryAfterNs) {
        applicants.load(slot, itinerary);
        follow(slot, behaviour.afterFailure(itinerary, agenda.nowNs(), retryAfterNs), agenda.nowNs());
    }

    private void afterTimeout(int slot) {
        applicants.load(slot, itinerary);
        follow(slot, behaviour.afterTimeout(itinerary, agenda.nowNs()), agenda.nowNs());
    }

    private void record(int request, Fate fate) {
        told++;
        recorder.attempt(
                requests.step[request], fate, requests.dueNs[request], requests.sentNs[request], agenda.nowNs());
    }

    private void forget(int request) {
        int slot = requests.applicantSlot[request];
        if (!requests.abandoned[request]) {
            agenda.cancelTimeout(request);
        }
        requests.remove(request);
        applicants.requestGone(slot);
    }

    /** What follows on what is known at this time, now or later. Attempts that are sure to be in vain are told at once. */
    private void follow(int slot, Move move, long knownNs) {
        if (witness != null) {
            witness.follows(itinerary, move, knownNs);
        }
        Move next = move;
        long ns = knownNs;
        applicants.store(slot, itinerary);
        while (next == Move.ATTEMPT && isSureInVain()) {
            ns = itinerary.dueNs();
            next = attemptInVain(slot);
            applicants.store(slot, itinerary);
        }
        switch (next) {
            case ATTEMPT -> plan(slot);
            case COMPLETE -> completeWhenDue(slot, ns);
            case GIVE_UP -> end(slot, Ending.GAVE_UP, ns);
            case MISS -> miss(slot, ns);
            case BEYOND -> leaveWindow(slot);
        }
    }

    private boolean isSureInVain() {
        SteadyStation station = stations.steady(stationOfStep[itinerary.step()]);
        long dueNs = itinerary.dueNs();
        return station != null && station.isStopped() && (station.isDownAt(dueNs) || station.rejectsAt(dueNs));
    }

    /** Tells the fate of the itinerary's attempt, which finds its station down or full when it is due. */
    private Move attemptInVain(int slot) {
        int step = itinerary.step();
        long ns = itinerary.dueNs();
        begin(slot, step, ns);
        attempts++;
        told++;
        toldNs = Math.max(toldNs, ns);
        SteadyStation station = requireSteady(step);
        if (station.isDownAt(ns)) {
            station.failsAtDoor(ns);
            recorder.attempt(step, Fate.FAILED, ns, ns, ns);
            return behaviour.afterFailure(itinerary, ns, 0);
        }
        station.rejectsAtDoor(ns);
        recorder.attempt(step, Fate.REJECTED, ns, ns, ns);
        return behaviour.afterFailure(itinerary, ns, station.retryAfterNs());
    }

    private SteadyStation requireSteady(int step) {
        return Objects.requireNonNull(stations.steady(stationOfStep[step]), "a steady station");
    }

    private void leaveWindow(int slot) {
        gone++;
        applicants.goBeyond(slot);
    }

    private void completeWhenDue(int slot, long knownNs) {
        if (itinerary.dueNs() == knownNs) {
            complete(slot, knownNs);
        } else {
            plan(slot);
        }
    }

    private void plan(int slot) {
        agenda.plan(slot, itinerary.dueNs());
        foresight.ofAttempt(slot, itinerary);
    }

    private void complete(int slot, long atNs) {
        end(slot, behaviour.isInTime(atNs) ? Ending.COMPLETED : Ending.COMPLETED_LATE, atNs);
    }

    private void miss(int slot, long atNs) {
        recorder.attempt(applicants.step(slot), Fate.ABANDONED, atNs, atNs, atNs);
        end(slot, Ending.MISSED, atNs);
    }

    private void end(int slot, Ending ending, long atNs) {
        gone++;
        if (witness != null) {
            witness.ended(applicants.applicant(slot), ending, atNs);
        }
        recorder.ended(applicants.regency(slot), ending, atNs);
        applicants.end(slot);
    }
}
