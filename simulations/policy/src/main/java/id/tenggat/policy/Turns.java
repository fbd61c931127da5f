package id.tenggat.policy;

import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.state.State;

/**
 * A queue discipline at work: which of those who wait is served next. Who comes takes a place in a line that ascends by
 * rank, behind all of the same rank; who is served next stands at one of the line's ends. Keeps its own state, for one
 * station.
 */
public interface Turns {

    /** An end of the line. */
    enum End {
        /** The lowest rank, and of that the oldest. */
        FRONT,
        /** The highest rank, and of that the newest. */
        BACK
    }

    /** The rank of a request of this client, who comes now and will give up at this engine time. */
    default long rank(int client, long givesUpNs) {
        return 0;
    }

    /** Somebody comes while nobody waits. */
    default void lineBegins(long nowNs) {}

    /**
     * Where whoever is served next stands.
     *
     * @param nowNs engine time, never less than when the line began
     */
    End next(long nowNs);

    /** The request that is served next, of this rank, is taken out of the line. */
    default void taken(long rank) {}

    /** Carries what is kept; nothing, if nothing is. */
    default void carry(State state) {}

    /** The turns of a station's discipline. */
    static Turns of(Discipline discipline) {
        if (discipline instanceof Discipline.AdaptiveLifo adaptive) {
            return new AdaptiveTurns(adaptive);
        }
        return switch ((Discipline.Plain) discipline) {
            case FIFO -> nowNs -> End.FRONT;
            case LIFO -> nowNs -> End.BACK;
            case EARLIEST_DEADLINE_FIRST -> new DeadlineTurns();
            case FAIR -> new FairTurns();
        };
    }
}
