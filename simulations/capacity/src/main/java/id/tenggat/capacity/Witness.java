package id.tenggat.capacity;

import id.tenggat.capacity.StationFlow.Answer;
import id.tenggat.capacity.StationFlow.Entry;
import id.tenggat.policy.Behaviour.Move;
import id.tenggat.policy.Itinerary;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Life;
import id.tenggat.recording.LifeEvent;
import id.tenggat.recording.LifeEvent.Door;
import id.tenggat.recording.LifeEvent.Pause;
import id.tenggat.recording.LifeEvent.Try;
import id.tenggat.recording.LifeEvent.Where;
import id.tenggat.recording.LifeEvent.Work;
import id.tenggat.scenario.Clients;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sees a few applicants of a run, and remembers everything that happens to them. One run each. */
public final class Witness {

    private static final class Memory {
        private final List<LifeEvent> events = new ArrayList<>();
        /** The step to be done next, unless another channel does it. */
        private int step;

        private int visit;
    }

    private final Map<Integer, Memory> memories = new LinkedHashMap<>();

    /** A witness of the applicants of these numbers. */
    public Witness(Collection<Integer> applicants) {
        applicants.forEach(applicant -> memories.put(applicant, new Memory()));
    }

    /** What was seen until now: a life for each applicant, in the order in which they were named. */
    public List<Life> lives() {
        return memories.entrySet().stream()
                .map(entry -> new Life(entry.getKey(), entry.getValue().events))
                .toList();
    }

    private boolean sees(int applicant) {
        return memories.containsKey(applicant);
    }

    private Memory of(int applicant) {
        Memory memory = memories.get(applicant);
        if (memory == null) {
            throw new IllegalStateException("applicant " + applicant + " is not seen");
        }
        return memory;
    }

    private void tell(int applicant, LifeEvent event) {
        of(applicant).events.add(event);
    }

    void arrived(int applicant, int regency, long nowNs) {
        if (sees(applicant)) {
            tell(applicant, new LifeEvent.Came(nowNs, regency));
        }
    }

    void carriedIn(Itinerary from, int regency, long nowNs) {
        if (sees(from.applicant())) {
            tell(from.applicant(), new LifeEvent.WasInside(nowNs, regency));
            of(from.applicant()).step = from.step();
            of(from.applicant()).visit = from.visit();
        }
    }

    /** @param place in the queue; 0 if a worker takes it at once */
    void sent(Itinerary at, long nowNs, Entry entry, int place) {
        if (sees(at.applicant())) {
            skipTo(at, nowNs);
            Door door = door(entry, place);
            Try attempt = new Try(at.step(), at.visit(), at.attempt());
            tell(at.applicant(), new LifeEvent.Sent(nowNs, attempt, at.dueNs(), door, door == Door.QUEUED ? place : 0));
        }
    }

    private static Door door(Entry entry, int place) {
        return switch (entry) {
            case ENTERED -> place == 0 ? Door.SERVED_AT_ONCE : Door.QUEUED;
            case WAITS -> Door.IN_WAITING_ROOM;
            case REJECTED -> Door.REJECTED;
            case IGNORED -> Door.IGNORED;
            case FAILED -> Door.FAILED;
        };
    }

    /** Steps that were passed without an attempt were done elsewhere. */
    private void skipTo(Itinerary at, long nowNs) {
        Memory memory = of(at.applicant());
        for (; memory.step < at.step(); memory.step++) {
            memory.events.add(new LifeEvent.DoneElsewhere(nowNs, memory.step));
        }
    }

    /** @param accepted by the ledger */
    void served(Requests requests, int request, long nowNs, Answer answer, boolean accepted) {
        Work work = Work.ANSWERED;
        if (requests.abandoned[request]) {
            work = Work.IN_VAIN;
        } else if (answer == Answer.IS_LOST) {
            work = Work.ANSWER_LOST;
        } else if (!accepted) {
            work = Work.REFUSED_BY_LEDGER;
        }
        worked(requests, request, nowNs, work);
        if (work == Work.ANSWERED) {
            isDone(requests, request);
        }
    }

    void failed(Requests requests, int request, long nowNs) {
        worked(requests, request, nowNs, requests.fails[request] ? Work.FAILED : Work.BROKEN_OFF);
    }

    private void worked(Requests requests, int request, long nowNs, Work work) {
        if (sees(requests.applicant[request])) {
            boolean begun = requests.place[request] != Requests.Place.QUEUED;
            tell(
                    requests.applicant[request],
                    new LifeEvent.Worked(
                            nowNs,
                            attempt(requests, request),
                            requests.sentNs[request],
                            begun ? requests.startedNs[request] : nowNs,
                            work));
        }
    }

    private void isDone(Requests requests, int request) {
        if (sees(requests.applicant[request])) {
            of(requests.applicant[request]).step = requests.step[request] + 1;
        }
    }

    private static Try attempt(Requests requests, int request) {
        int key = requests.attemptKey[request];
        return new Try(requests.step[request], key / Clients.MAX_ATTEMPTS, key % Clients.MAX_ATTEMPTS);
    }

    void dropped(Requests requests, int request, long nowNs) {
        if (sees(requests.applicant[request])) {
            tell(
                    requests.applicant[request],
                    new LifeEvent.Dropped(nowNs, attempt(requests, request), requests.sentNs[request]));
        }
    }

    void timedOut(Requests requests, int request, long nowNs) {
        if (sees(requests.applicant[request])) {
            Where where =
                    switch (requests.place[request]) {
                        case IN_ROOM, LET_IN, MISSES_TURN -> Where.IN_WAITING_ROOM;
                        case QUEUED -> Where.QUEUED;
                        case SERVING, CONNECTED -> Where.SERVING;
                        case UNANSWERED -> Where.NOWHERE;
                    };
            tell(
                    requests.applicant[request],
                    new LifeEvent.TimedOut(nowNs, attempt(requests, request), requests.sentNs[request], where));
        }
    }

    void heardLate(Requests requests, int request, long nowNs) {
        if (sees(requests.applicant[request])) {
            tell(requests.applicant[request], new LifeEvent.HeardLate(nowNs, attempt(requests, request)));
            isDone(requests, request);
        }
    }

    void follows(Itinerary at, Move move, long knownNs) {
        if (!sees(at.applicant())) {
            return;
        }
        skipTo(at, knownNs);
        if (move == Move.BEYOND) {
            tell(at.applicant(), new LifeEvent.WentBeyond(knownNs));
        } else if (move == Move.ATTEMPT || move == Move.COMPLETE) {
            LifeEvent.Planned planned = planned(at, knownNs);
            if (planned.pause() != Pause.THINKS || planned.dueNs() > knownNs) {
                tell(at.applicant(), planned);
            }
        }
    }

    private LifeEvent.Planned planned(Itinerary at, long knownNs) {
        Memory memory = of(at.applicant());
        Pause pause = at.visit() > memory.visit ? Pause.COMES_BACK : at.attempt() > 0 ? Pause.BACKS_OFF : Pause.THINKS;
        memory.visit = at.visit();
        return new LifeEvent.Planned(knownNs, pause, new Try(at.step(), at.visit(), at.attempt()), at.dueNs());
    }

    void ended(int applicant, Ending ending, long atNs) {
        if (sees(applicant)) {
            tell(applicant, new LifeEvent.Ended(atNs, ending));
        }
    }
}
