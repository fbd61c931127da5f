package id.tenggat.stack;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * One request of one step, as a station sees it.
 *
 * @param applicant number of the applicant
 * @param step index of the step
 * @param key number of the attempt over all visits, as in the keys of draws
 * @param job what is really done for it
 * @param client who waits for the answer
 */
record Attempt(int applicant, int step, int key, Job job, Client client) {

    /** What is really done for an attempt while the modelled service goes on. */
    interface Job {

        /** A worker has begun: does the real work, then tells. */
        void work(Runnable over);

        /**
         * The work is over, and service ends well at this engine time, now or soon: enters the effect into the ledger, then gives
         * the answer. Called once at most.
         */
        void settle(long endNs, Consumer<Answer> answer);

        /** What settling will hardly take longer than, in nanoseconds; 0 if that is not known. */
        long settlingNs();

        /** The station is done with the attempt, however it ended. Called once. */
        void close();
    }

    /** Who waits for the answer. Each attempt gets one of these calls, or none if its client has left the queue. */
    interface Client {

        /** Served. */
        void answer(Answer answer);

        /** Shed at the door; told to wait for so long, if it is longer than zero. */
        void turnAway(Duration retryAfter);

        /** Broken. */
        void fail(Failure failure);

        /** Nothing will ever be told. */
        void leaveUnanswered();
    }

    /** Why an attempt broke. */
    enum Failure {
        STATION_DOWN("the station is down"),
        THIRD_PARTY("a third party failed"),
        RUN_ENDED("another run has begun, or the stack stops");

        private final String words;

        Failure(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
