package id.tenggat.scenario;

/** Everything that an objective can be about. */
public enum Metric {
    COMPLETED_BY_DEADLINE(
            "completed by deadline",
            Unit.SHARE,
            Of.RUN,
            Scope.WHOLE,
            "applicants whose journey was completed by the last deadline, of all who were due to come"),
    REGENCY_MIN_COMPLETED(
            "regency min completed",
            Unit.SHARE,
            Of.RUN,
            Scope.WHOLE,
            "the same share in the regency where it is lowest"),
    LATENCY_P50("p50", Unit.DURATION, Of.STEP, Scope.ANY, "median latency of a step's served attempts, from due"),
    LATENCY_P95("p95", Unit.DURATION, Of.STEP, Scope.ANY, "95th percentile of the same"),
    LATENCY_P99("p99", Unit.DURATION, Of.STEP, Scope.ANY, "99th percentile of the same"),
    LATENCY_P999("p99.9", Unit.DURATION, Of.STEP, Scope.ANY, "99.9th percentile of the same"),
    LATENCY_MAX("max", Unit.DURATION, Of.STEP, Scope.ANY, "largest of the same"),
    REJECTED("rejected", Unit.SHARE, Of.RUN, Scope.ANY, "attempts that were shed (429, 503), of all attempts sent"),
    TIMED_OUT("timed out", Unit.SHARE, Of.RUN, Scope.ANY, "attempts whose client left before the answer, of all sent"),
    FAILED("failed", Unit.SHARE, Of.RUN, Scope.ANY, "attempts that broke (5xx, connection), of all attempts sent"),
    RETRY_AMPLIFICATION(
            "retry amplification",
            Unit.RATIO,
            Of.RUN,
            Scope.ANY,
            "attempts sent in each step that was begun: 1 is no retry at all"),
    WASTED_WORK(
            "wasted work",
            Unit.SHARE,
            Of.RUN,
            Scope.ANY,
            "workers' busy time spent on requests whose client had left or got no answer"),
    UTILISATION(
            "utilisation",
            Unit.SHARE,
            Of.STATION,
            Scope.ANY,
            "workers' busy time, of the workers' time, in the station's busiest interval"),
    STAMPS_LOST("stamps lost", Unit.COUNT, Of.RUN, Scope.ANY, "stamps paid that are neither issued nor refundable"),
    STAMPS_DUPLICATED(
            "stamps duplicated", Unit.COUNT, Of.RUN, Scope.ANY, "serials, payments and submissions that count twice"),
    PAID_WITHOUT_QUOTA(
            "paid without quota", Unit.COUNT, Of.RUN, Scope.ANY, "stamps paid for whose quota was never credited"),
    QUOTA_LOST("quota lost", Unit.COUNT, Of.RUN, Scope.ANY, "stamps of quota used up whose serial nobody knows"),
    STAMPS_UNSIGNED(
            "stamps unsigned",
            Unit.COUNT,
            Of.RUN,
            Scope.ANY,
            "serials issued whose document was never stamped; to sign again needs no new quota"),
    SUBMITTED_WITHOUT_STAMPS(
            "submitted without stamps",
            Unit.COUNT,
            Of.RUN,
            Scope.ANY,
            "submissions of applicants who lack a stamp of their journey"),
    RECEIPTS_UNKNOWN(
            "receipts unknown",
            Unit.COUNT,
            Of.RUN,
            Scope.ANY,
            "receipts that clients hold and the ledger does not know, or knows otherwise");

    /** What a metric is measured in, and how a bound is written. */
    public enum Unit {
        /** Nanoseconds; written {@code 5s}. */
        DURATION,
        /** 0 to 1; written {@code 99%}. */
        SHARE,
        /** A plain number. */
        RATIO,
        /** A whole number. */
        COUNT
    }

    /** What a metric belongs to, and so how it is named: {@code stamp p99}, {@code utilisation(stamping)}. */
    public enum Of {
        RUN,
        STEP,
        STATION
    }

    /** Which recordings a metric can be judged on. */
    public enum Scope {
        /** Only one of the whole scenario: a slice of it says nothing about the deadline. */
        WHOLE,
        /** Any. */
        ANY
    }

    /** Which way is better: what a regression is, and where a run was worst. */
    public enum Better {
        HIGHER("higher is better"),
        LOWER("lower is better");

        private final String words;

        Better(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** Who alone knows it. */
    public enum Source {
        CLIENTS,
        STATIONS,
        LEDGER
    }

    private final String words;
    private final Unit unit;
    private final Of of;
    private final Scope scope;
    private final String definition;

    Metric(String words, Unit unit, Of of, Scope scope, String definition) {
        this.words = words;
        this.unit = unit;
        this.of = of;
        this.scope = scope;
        this.definition = definition;
    }

    /** Its name in objectives. */
    public String words() {
        return words;
    }

    public Unit unit() {
        return unit;
    }

    public Of of() {
        return of;
    }

    public Scope scope() {
        return scope;
    }

    public Source source() {
        return switch (this) {
            case WASTED_WORK, UTILISATION -> Source.STATIONS;
            case STAMPS_LOST,
                    STAMPS_DUPLICATED,
                    PAID_WITHOUT_QUOTA,
                    QUOTA_LOST,
                    STAMPS_UNSIGNED,
                    SUBMITTED_WITHOUT_STAMPS,
                    RECEIPTS_UNKNOWN -> Source.LEDGER;
            case COMPLETED_BY_DEADLINE,
                    REGENCY_MIN_COMPLETED,
                    LATENCY_P50,
                    LATENCY_P95,
                    LATENCY_P99,
                    LATENCY_P999,
                    LATENCY_MAX,
                    REJECTED,
                    TIMED_OUT,
                    FAILED,
                    RETRY_AMPLIFICATION -> Source.CLIENTS;
        };
    }

    /** Which way is better: as many as can be are to come through, and of all else there is to be little. */
    public Better better() {
        return this == COMPLETED_BY_DEADLINE || this == REGENCY_MIN_COMPLETED ? Better.HIGHER : Better.LOWER;
    }

    /** Whether it has a value in every interval of a run, and so in any window of it: not what is counted at the end alone. */
    public boolean isOverTime() {
        return source() != Source.LEDGER && scope == Scope.ANY;
    }

    /** As it is written in objectives, with a blank for its step or station: {@code <step> p99}. */
    public String form() {
        return switch (of) {
            case RUN -> words;
            case STEP -> "<step> " + words;
            case STATION -> words + "(<station>)";
        };
    }

    /** One line for people. */
    public String definition() {
        return definition;
    }
}
