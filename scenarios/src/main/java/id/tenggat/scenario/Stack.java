package id.tenggat.scenario;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What stands there to serve: stations, the third parties that they call, and the pools that they share. */
public record Stack(List<Station> stations, List<ThirdParty> thirdParties, List<Pool> pools) {

    /**
     * One service of the stack: workers, a bounded queue before them, and rules.
     *
     * @param workers how many requests it serves at once, 1 or more
     * @param queueLimit how many requests may wait, 0 or more
     * @param discipline who is served next
     * @param admission who may enter at all
     * @param serviceTime how long a worker is held, third-party calls not counted
     * @param abandon whether the station notices a client that left
     * @param overload what a request gets that may not enter
     * @param retryAfter what a rejection tells the client to wait; zero tells nothing
     * @param thirdParties indices into {@link Stack#thirdParties()} called one after the other while the worker is held
     * @param safeguards what keeps it from work in vain
     * @param autoscaling how workers come and go; absent if they stay
     */
    public record Station(
            String name,
            int workers,
            int queueLimit,
            Discipline discipline,
            Admission admission,
            Distribution serviceTime,
            Abandon abandon,
            Overload overload,
            Duration retryAfter,
            List<Integer> thirdParties,
            Safeguards safeguards,
            Optional<Autoscaling> autoscaling) {
        public Station {
            Require.that(
                    name.matches("[a-z0-9][a-z0-9-]{0,31}"),
                    "a station's name must be lower-case letters, digits and dashes",
                    name);
            Require.that(workers >= 1 && workers <= 1_000_000, "workers must lie between 1 and 1,000,000", workers);
            Require.that(
                    queueLimit >= 0 && queueLimit <= 100_000_000,
                    "queueLimit must lie between 0 and 100,000,000",
                    queueLimit);
            Require.notNegative("retryAfter", retryAfter);
            thirdParties = List.copyOf(thirdParties);
            if (autoscaling.isPresent()) {
                requireWithin(autoscaling.get(), workers);
            }
        }

        private static void requireWithin(Autoscaling range, int workers) {
            Require.that(
                    workers >= range.least() && workers <= range.most(),
                    "workers must lie between the least (" + range.least() + ") and the most (" + range.most()
                            + ") of autoscaling",
                    workers);
        }

        /** A station without safeguards whose workers stay. */
        public Station(
                String name,
                int workers,
                int queueLimit,
                Discipline discipline,
                Admission admission,
                Distribution serviceTime,
                Abandon abandon,
                Overload overload,
                Duration retryAfter,
                List<Integer> thirdParties) {
            this(
                    name,
                    workers,
                    queueLimit,
                    discipline,
                    admission,
                    serviceTime,
                    abandon,
                    overload,
                    retryAfter,
                    thirdParties,
                    Safeguards.NONE,
                    Optional.empty());
        }

        /** How many may wait, in the queue and in a waiting room before it. */
        public int mostWaiting() {
            return queueLimit + (admission instanceof WaitingRoom room ? room.places() : 0);
        }

        /** The same station with other capacities. */
        public Station resized(int newWorkers, int newQueueLimit, Admission newAdmission) {
            return new Station(
                    name,
                    newWorkers,
                    newQueueLimit,
                    discipline,
                    newAdmission,
                    serviceTime,
                    abandon,
                    overload,
                    retryAfter,
                    thirdParties,
                    safeguards,
                    autoscaling);
        }

        /** The same station with another discipline. */
        public Station withDiscipline(Discipline other) {
            return with(other, abandon, overload, retryAfter, thirdParties, safeguards, autoscaling);
        }

        /** The same station that notices who leaves, or does not. */
        public Station withAbandon(Abandon other) {
            return with(discipline, other, overload, retryAfter, thirdParties, safeguards, autoscaling);
        }

        /** The same station with another answer to whom it turns away. */
        public Station withOverload(Overload other) {
            return with(discipline, abandon, other, retryAfter, thirdParties, safeguards, autoscaling);
        }

        /** The same station with another Retry-After. */
        public Station withRetryAfter(Duration other) {
            return with(discipline, abandon, overload, other, thirdParties, safeguards, autoscaling);
        }

        /** The same station calling other third parties. */
        public Station withThirdParties(List<Integer> others) {
            return with(discipline, abandon, overload, retryAfter, others, safeguards, autoscaling);
        }

        /** The same station with other safeguards. */
        public Station withSafeguards(Safeguards other) {
            return with(discipline, abandon, overload, retryAfter, thirdParties, other, autoscaling);
        }

        /** The same station with another autoscaling, or none. */
        public Station withAutoscaling(Optional<Autoscaling> other) {
            return with(discipline, abandon, overload, retryAfter, thirdParties, safeguards, other);
        }

        private Station with(
                Discipline otherDiscipline,
                Abandon otherAbandon,
                Overload otherOverload,
                Duration otherWait,
                List<Integer> otherParties,
                Safeguards otherSafeguards,
                Optional<Autoscaling> otherScaling) {
            return new Station(
                    name,
                    workers,
                    queueLimit,
                    otherDiscipline,
                    admission,
                    serviceTime,
                    otherAbandon,
                    otherOverload,
                    otherWait,
                    otherParties,
                    otherSafeguards,
                    otherScaling);
        }
    }

    /**
     * What keeps a station from work in vain.
     *
     * @param dropping which requests are dropped when a worker would take them
     * @param calls how it calls its third parties
     */
    public record Safeguards(Dropping dropping, CallRules calls) {

        /** Nothing. */
        public static final Safeguards NONE = dropping(new Dropping.Nobody());

        /** Dropping alone. */
        public static Safeguards dropping(Dropping dropping) {
            return new Safeguards(dropping, CallRules.NONE);
        }
    }

    /** Who is served next. */
    public sealed interface Discipline {

        /** Disciplines that need no number. */
        enum Plain implements Discipline {
            /** First come, first served. */
            FIFO("fifo"),
            /** Last come, first served. */
            LIFO("lifo"),
            /**
             * Whoever will give up first is served first; of those who give up together, whoever came first. As long as all
             * clients have the same patience, it does what {@link #FIFO} does.
             */
            EARLIEST_DEADLINE_FIRST("earliest-deadline-first"),
            /**
             * Clients take turns: one request of each who waits, then the second of each, and so on; a client's retries
             * stand behind the first requests of others.
             */
            FAIR("fair");

            private final String word;

            Plain(String word) {
                this.word = word;
            }

            /** The word in scenario files. */
            public String word() {
                return word;
            }
        }

        /**
         * First come, first served, until somebody has been waiting at every moment of a span; from then on last come,
         * first served, until nobody waits (Maurer, "Fail at Scale", ACM Queue 13(8), 2015). Where the oldest has waited
         * for longer than the span, the queue has stood for longer than it too.
         *
         * @param after the span, 0 or longer
         */
        record AdaptiveLifo(Duration after) implements Discipline {
            public AdaptiveLifo {
                Require.notNegative("after", after);
            }
        }

        Discipline FIFO = Plain.FIFO;
        Discipline LIFO = Plain.LIFO;
        Discipline EARLIEST_DEADLINE_FIRST = Plain.EARLIEST_DEADLINE_FIRST;
        Discipline FAIR = Plain.FAIR;
    }

    /** Who may enter the queue at all, beyond the queue limit. */
    public sealed interface Admission
            permits Admission.Everybody, Admission.TokenBucket, ConcurrencyLimit, WaitingRoom {
        /** Everybody. */
        record Everybody() implements Admission {}

        /**
         * A token bucket: each entry takes a token.
         *
         * @param ratePerSecond tokens that flow in
         * @param burst the most tokens that it holds, 1 or more; it starts full
         */
        record TokenBucket(double ratePerSecond, double burst) implements Admission {
            public TokenBucket {
                Require.that(
                        ratePerSecond > 0 && ratePerSecond <= 1e9,
                        "rate must lie above 0/s and up to 1,000,000,000/s",
                        Words.exactly(ratePerSecond) + "/s");
                Require.that(burst >= 1 && burst <= 1e9, "burst must lie between 1 and 1,000,000,000", burst);
            }
        }
    }

    /** Whether a station notices that a client left. */
    public enum Abandon {
        /** The request leaves the queue; one that is being served is served to its end. */
        NOTICED("noticed"),
        /** The request stays and uses a worker all the same: wasted work. */
        UNNOTICED("unnoticed");

        private final String word;

        Abandon(String word) {
            this.word = word;
        }

        /** The word in scenario files. */
        public String word() {
            return word;
        }
    }

    /** What a request gets that may not enter. */
    public enum Overload {
        /** An answer at once: 503, with Retry-After if the station gives one. */
        REJECT("reject"),
        /** No answer at all: the client waits for its timeout. */
        SILENT("silent");

        private final String word;

        Overload(String word) {
            this.word = word;
        }

        /** The word in scenario files. */
        public String word() {
            return word;
        }
    }

    /**
     * A service of somebody else, called while a worker is held.
     *
     * @param delay how long it takes to answer
     * @param errorShare share of calls that it fails, 0 to 1; the station's request then fails too
     * @param faults what else goes wrong with calls
     * @param answering how its answers come
     */
    public record ThirdParty(
            String name, Distribution delay, double errorShare, CallFaults faults, Answering answering) {
        public ThirdParty {
            Require.that(
                    name.matches("[a-z0-9][a-z0-9-]{0,31}"),
                    "a third party's name must be lower-case letters, digits and dashes",
                    name);
            Require.share("errors", errorShare);
            Require.that(
                    errorShare + faults.share() <= 1 + ROUNDING,
                    "errors and faults together must not be more than 100%",
                    Words.percent(errorShare + faults.share()));
        }

        /** So that 70 % and 20 % and 10 % are all. */
        private static final double ROUNDING = 1e-9;

        /** A third party that answers at once, and fails by errors alone. */
        public ThirdParty(String name, Distribution delay, double errorShare) {
            this(name, delay, errorShare, CallFaults.NONE, Answering.AT_ONCE);
        }
    }

    public Stack {
        stations = List.copyOf(stations);
        thirdParties = List.copyOf(thirdParties);
        pools = List.copyOf(pools);
        Require.that(!stations.isEmpty(), "a stack must have at least one station", 0);
        Set<String> names = new HashSet<>();
        for (Station station : stations) {
            Require.that(names.add(station.name()), "a station's name must be used once", station.name());
        }
        names.clear();
        for (ThirdParty thirdParty : thirdParties) {
            Require.that(names.add(thirdParty.name()), "a third party's name must be used once", thirdParty.name());
        }
        Pool.check(pools, stations);
    }

    /** A stack without pools. */
    public Stack(List<Station> stations, List<ThirdParty> thirdParties) {
        this(stations, thirdParties, List.of());
    }

    /** The index of the pool that a station shares; empty if it needs none. */
    public Optional<Integer> poolOf(int station) {
        return IntStream.range(0, pools.size())
                .filter(pool -> pools.get(pool).stations().contains(station))
                .boxed()
                .findFirst();
    }

    /** The names of the stations, then of the pools: everything that a recording measures, in its order. */
    public List<String> measured() {
        return Stream.concat(
                        stations.stream().map(Station::name), pools.stream().map(Pool::name))
                .toList();
    }

    /** The index of the station of this name. */
    public Optional<Integer> stationNamed(String name) {
        for (int i = 0; i < stations.size(); i++) {
            if (stations.get(i).name().equals(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
