package id.tenggat.recording;

/** One thing that happened to one applicant. Times are engine nanoseconds. */
public sealed interface LifeEvent {

    /** When it happened, or was known. */
    long atNs();

    /**
     * Which attempt.
     *
     * @param step index of the step
     * @param visit from 0
     * @param attempt within the visit and step, from 0
     */
    record Try(int step, int visit, int attempt) {}

    /** The applicant came for the first time. */
    record Came(long atNs, int regency) implements LifeEvent {}

    /** The applicant was inside already when the run began. */
    record WasInside(long atNs, int regency) implements LifeEvent {}

    /** A step was done without the stack, by another channel. */
    record DoneElsewhere(long atNs, int step) implements LifeEvent {}

    /**
     * The applicant goes on later.
     *
     * @param next the attempt that follows; its step is the number of steps if none is left
     * @param dueNs when
     */
    record Planned(long atNs, Pause pause, Try next, long dueNs) implements LifeEvent {}

    /** What the time until the next attempt is. */
    enum Pause {
        /** Time to think before a step, or to be done. */
        THINKS,
        /** The same visit goes on after a pause. */
        BACKS_OFF,
        /** The visit is given up, and the applicant comes back. */
        COMES_BACK
    }

    /**
     * An attempt was sent.
     *
     * @param dueNs when the plan wanted it sent
     * @param waiting how many wait with it, itself counted, if it was queued; else 0
     */
    record Sent(long atNs, Try attempt, long dueNs, Door door, int waiting) implements LifeEvent {}

    /** What became of an attempt at a station's door. */
    enum Door {
        /** A worker took it at once. */
        SERVED_AT_ONCE,
        /** It waits for a worker. */
        QUEUED,
        /** It waits to be let in. */
        IN_WAITING_ROOM,
        /** It was turned away. */
        REJECTED,
        /** It was turned away without an answer. */
        IGNORED,
        /** The station is down. */
        FAILED
    }

    /**
     * Work on an attempt ended, or the attempt broke.
     *
     * @param startedNs when a worker took it; the time of its end if none did
     */
    record Worked(long atNs, Try attempt, long sentNs, long startedNs, Work work) implements LifeEvent {}

    /** How work ended. */
    enum Work {
        /** It was done, and the client got the answer. */
        ANSWERED,
        /** It was done, and the ledger refused it. */
        REFUSED_BY_LEDGER,
        /** It was done, and its answer was lost. */
        ANSWER_LOST,
        /** It was done for a client that had left. */
        IN_VAIN,
        /** A third party failed it. */
        FAILED,
        /** The station went down. */
        BROKEN_OFF
    }

    /** An attempt was dropped from the queue when a worker would have taken it. */
    record Dropped(long atNs, Try attempt, long sentNs) implements LifeEvent {}

    /** The client waited as long as it would. */
    record TimedOut(long atNs, Try attempt, long sentNs, Where where) implements LifeEvent {}

    /** Where an attempt is while its client leaves. */
    enum Where {
        IN_WAITING_ROOM,
        QUEUED,
        SERVING,
        /** Nowhere: no answer would have come. */
        NOWHERE
    }

    /** The answer to an earlier attempt came after that one's timeout, and was heard. */
    record HeardLate(long atNs, Try attempt) implements LifeEvent {}

    /** The journey ended. */
    record Ended(long atNs, Ending ending) implements LifeEvent {}

    /** What follows lies after the end of the slice's window. */
    record WentBeyond(long atNs) implements LifeEvent {}
}
