package id.tenggat.stack;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.FastForward;
import id.tenggat.capacity.Outcome;
import id.tenggat.capacity.Simulator;
import id.tenggat.capacity.Watch;
import id.tenggat.recording.Fate;
import id.tenggat.recording.QuietRecorder;
import id.tenggat.recording.StationSample;
import id.tenggat.scenario.Answering;
import id.tenggat.scenario.Autoscaling;
import id.tenggat.scenario.CallFault;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.CallFaults.SlowChunks;
import id.tenggat.scenario.CallRules;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.ConcurrencyLimit;
import id.tenggat.scenario.ConcurrencyLimit.Range;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Dropping;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Quantiles;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Admission;
import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.scenario.Stack.Overload;
import id.tenggat.scenario.Stack.Safeguards;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.Stack.ThirdParty;
import id.tenggat.slice.Slicer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static id.tenggat.stack.Scenarios.calling;
import static id.tenggat.stack.Scenarios.incident;
import static id.tenggat.stack.Scenarios.station;
import static id.tenggat.stack.Scenarios.with;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The live stations and the simulator, asked the same question, must do the same to the nanosecond. */
class TwinTest {

    private static final long INTERVAL_NS = 1_000_000_000;

    /** Attempts of a rush that leave little unasked. */
    private static final long BUSY = 4_500;

    /** Where a scarce pool lets fewer through to later steps, fewer are made. */
    private static final long SCARCE = 3_000;

    private static final Discipline ADAPTIVE = new Discipline.AdaptiveLifo(Duration.ofMillis(300));
    private static final Dropping CO_DEL = new Dropping.CoDel(Duration.ofMillis(100), Duration.ofMillis(500));

    /** What every station of a rush keeps to. */
    private record Rules(
            Discipline discipline, Abandon abandon, Overload overload, Dropping dropping, CallRules calls) {

        /** Without rules for calls. */
        Rules(Discipline discipline, Abandon abandon, Overload overload, Dropping dropping) {
            this(discipline, abandon, overload, dropping, CallRules.NONE);
        }

        /** Those who are dropped together must not be told to come back together: who of them is first would decide. */
        Station appliedTo(Station station) {
            Station ruled =
                    with(station, discipline, abandon, overload).withSafeguards(new Safeguards(dropping, calls));
            return dropping instanceof Dropping.CoDel ? ruled.withRetryAfter(Duration.ZERO) : ruled;
        }
    }

    static List<Admission> limits() {
        Range range = new Range(2, 10, 60);
        return List.of(
                new ConcurrencyLimit.Aimd(range, Duration.ofMillis(400), 0.9),
                new ConcurrencyLimit.Gradient(range, 3, Duration.ofMillis(700)));
    }

    static List<Arguments> rules() {
        return List.of(
                row(40, Discipline.FIFO, Abandon.UNNOTICED, Overload.REJECT),
                row(40, Discipline.FIFO, Abandon.NOTICED, Overload.REJECT),
                row(40, Discipline.LIFO, Abandon.UNNOTICED, Overload.SILENT),
                row(2000, Discipline.LIFO, Abandon.NOTICED, Overload.SILENT),
                row(2000, Discipline.FIFO, Abandon.UNNOTICED, Overload.SILENT),
                row(40, ADAPTIVE, Abandon.UNNOTICED, Overload.REJECT),
                row(2000, ADAPTIVE, Abandon.NOTICED, Overload.SILENT),
                row(2000, Discipline.EARLIEST_DEADLINE_FIRST, Abandon.NOTICED, Overload.REJECT),
                row(40, Discipline.FAIR, Abandon.UNNOTICED, Overload.REJECT),
                row(2000, Discipline.FAIR, Abandon.NOTICED, Overload.SILENT),
                arguments(2000, new Rules(Discipline.FIFO, Abandon.UNNOTICED, Overload.REJECT, CO_DEL)),
                arguments(2000, new Rules(Discipline.FAIR, Abandon.UNNOTICED, Overload.REJECT, CO_DEL)),
                arguments(2000, new Rules(ADAPTIVE, Abandon.NOTICED, Overload.SILENT, CO_DEL)),
                arguments(
                        2000, new Rules(Discipline.LIFO, Abandon.UNNOTICED, Overload.REJECT, new Dropping.Abandoned())),
                arguments(
                        2000,
                        new Rules(Discipline.FIFO, Abandon.UNNOTICED, Overload.SILENT, new Dropping.Abandoned())));
    }

    private static Arguments row(int queueLimit, Discipline discipline, Abandon abandon, Overload overload) {
        return arguments(queueLimit, new Rules(discipline, abandon, overload, new Dropping.Nobody()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void live_stations_do_what_simulated_ones_do(int queueLimit, Rules rules) {
        assertAgreement(rush(queueLimit, rules, new Admission.TokenBucket(30, 20)));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void live_limits_learn_what_simulated_ones_learn(Admission limit) {
        Rules plain = new Rules(Discipline.FIFO, Abandon.NOTICED, Overload.REJECT, CO_DEL);
        assertAgreement(rush(2000, plain, limit));
    }

    @ParameterizedTest
    @EnumSource(Abandon.class)
    void live_stations_know_the_patience_of_each_attempt(Abandon abandon) {
        Rules rules = new Rules(
                Discipline.EARLIEST_DEADLINE_FIRST, abandon, Overload.SILENT, new Dropping.Abandoned(), CallRules.NONE);
        Scenario rush = rush(2000, rules, new Admission.TokenBucket(30, 20));
        assertAgreement(Scenarios.drawing(rush, new Distribution.Gamma(Duration.ofSeconds(8), 0.7), 0.9));
    }

    /**
     * Of clients who wait 10 s at most, most click again before that if nothing comes. Where stations do not notice, two
     * requests of one stamp may be in service at once: if the quota of the first is lost, a live ledger denies the second,
     * whose document carries a serial that nobody knows any more, while the model only counts what quota is left. So no
     * quota is lost here.
     */
    @ParameterizedTest
    @EnumSource
    void clients_click_again_at_live_stations_as_at_simulated_ones(Abandon abandon) {
        Rules rules = new Rules(Discipline.FIFO, abandon, Overload.SILENT, new Dropping.Nobody(), CallRules.NONE);
        Scenario rush = rush(2000, rules, new Admission.TokenBucket(30, 20));
        Distribution after = new Distribution.Exponential(Duration.ofSeconds(4));
        assertAgreement(rush.withClients(rush.clients().withReclicks(new Clients.Reclicks(after, 0.7, 2)))
                .withIncidents(rush.incidents().stream()
                        .filter(incident -> !(incident.effect() instanceof Effect.LosesQuota))
                        .toList()));
    }

    /** Third parties answer as was measured too. */
    @Test
    void live_stations_serve_as_long_as_was_measured() {
        Distribution measured = new Distribution.Measured(Quantiles.ofNs(0, 9e6, 11.5e6, 20e6, 200e6));
        Stack stack = new Stack(
                List.of(
                        station("portal", 1, 40, measured),
                        calling(station("payment", 3, 40, measured), 0),
                        station("stamping", 2, 2000, measured)),
                List.of(new ThirdParty("bank", measured, 0.05)));
        assertAgreement(Scenarios.closing(Scenarios.OPENS.plusSeconds(60), stack, List.of()));
    }

    static List<CallRules> callRules() {
        Optional<CallRules.Breaker> breaker = Optional.of(new CallRules.Breaker(0.2, 20, Duration.ofMillis(500), 3));
        Optional<CallRules.Retries> retries = Optional.of(new CallRules.Retries(3, 0.1, 5));
        return List.of(
                new CallRules(breaker, Optional.empty()),
                new CallRules(Optional.empty(), retries),
                new CallRules(breaker, retries));
    }

    @ParameterizedTest
    @MethodSource("callRules")
    void live_stations_call_as_simulated_ones_do(CallRules calls) {
        Rules rules = new Rules(Discipline.FIFO, Abandon.UNNOTICED, Overload.REJECT, new Dropping.Nobody(), calls);
        assertAgreement(rush(40, rules, new Admission.TokenBucket(30, 20)));
    }

    /** Third parties with all their faults, which answer in every way there is, and incidents of their own. */
    @ParameterizedTest
    @MethodSource("callRules")
    void live_calls_fail_and_dribble_as_simulated_ones_do(CallRules calls) {
        Rules rules = new Rules(Discipline.FIFO, Abandon.UNNOTICED, Overload.REJECT, new Dropping.Nobody(), calls);
        assertAgreement(withFaults(rush(40, rules, new Admission.TokenBucket(30, 20)), burst()));
    }

    @Test
    void live_calls_fail_as_is_told_ahead() {
        Rules plain = new Rules(Discipline.FIFO, Abandon.UNNOTICED, Overload.REJECT, new Dropping.Nobody());
        assertAgreement(withFaults(rush(40, plain, new Admission.TokenBucket(30, 20)), List.of()));
        assertAgreement(withFaults(rush(40, plain, new Admission.TokenBucket(30, 20)), burst()));
    }

    private static List<Incident> burst() {
        return List.of(
                incident(new Effect.FailsCalls(0, CallFault.ERROR, 0.8), 5_100, 7_300),
                incident(new Effect.FailsCalls(1, CallFault.RESET, 0.5), 14_100, 16_300),
                incident(new Effect.FailsCalls(2, CallFault.MALFORMED, 0.5), 17_100, 18_300),
                incident(new Effect.Delays(0, 5), 20_100, 24_300));
    }

    private static Scenario withFaults(Scenario rush, List<Incident> more) {
        Stack stack = rush.stack();
        CallFaults faults = new CallFaults(0.05, 0.05, new SlowChunks(0.1, Duration.ofMillis(77)));
        List<ThirdParty> parties = List.of(
                new ThirdParty("bank", exponential(20), 0.05, faults, new Answering.Polled(Duration.ofMillis(13))),
                new ThirdParty("tax-office", exponential(9), 0.1, faults, Answering.WEBHOOK),
                new ThirdParty("identity", exponential(5), 0, faults, Answering.AT_ONCE));
        List<Station> stations = List.of(
                calling(stack.stations().get(0), 2),
                stack.stations().get(1),
                stack.stations().get(2));
        List<Incident> incidents = new ArrayList<>(rush.incidents());
        incidents.addAll(more);
        return Scenarios.closing(rush.calendar().closes(), new Stack(stations, parties), incidents);
    }

    private static Distribution exponential(long meanMs) {
        return new Distribution.Exponential(Duration.ofMillis(meanMs));
    }

    static List<Autoscaling> autoscalings() {
        return List.of(
                new Autoscaling(1, 8, 0.7, ofMillis(500), ofMillis(1500), ofMillis(4000)),
                new Autoscaling(1, 20, 0.3, ofMillis(700), ofMillis(0), ofMillis(0)),
                new Autoscaling(1, 4, 0.9, ofMillis(330), ofMillis(10_007), ofMillis(900)));
    }

    @ParameterizedTest
    @MethodSource("autoscalings")
    void live_workers_come_and_go_as_simulated_ones_do(Autoscaling scaling) {
        Rules plain = new Rules(Discipline.FIFO, Abandon.UNNOTICED, Overload.REJECT, CO_DEL);
        assertAgreement(withAll(rush(200, plain, new Admission.TokenBucket(30, 20)), scaling));
    }

    private static Scenario withAll(Scenario rush, Autoscaling scaling) {
        List<Station> scaled = rush.stack().stations().stream()
                .map(station -> station.withAutoscaling(Optional.of(scaling)))
                .toList();
        return Scenarios.closing(
                rush.calendar().closes(), new Stack(scaled, rush.stack().thirdParties()), rush.incidents());
    }

    static List<Arguments> sharings() {
        Optional<CallRules.Retries> retries = Optional.of(new CallRules.Retries(3, 0.1, 5));
        Rules plain = new Rules(Discipline.FIFO, Abandon.UNNOTICED, Overload.REJECT, new Dropping.Nobody());
        Rules noticing = new Rules(ADAPTIVE, Abandon.NOTICED, Overload.SILENT, CO_DEL);
        Rules retrying = new Rules(
                Discipline.LIFO,
                Abandon.UNNOTICED,
                Overload.REJECT,
                new Dropping.Abandoned(),
                new CallRules(Optional.empty(), retries));
        return List.of(
                arguments(plain, new Pool("database", 2, List.of(0, 1, 2))),
                arguments(plain, new Pool("database", 1, List.of(0, 1))),
                arguments(plain, new Pool("database", 1, List.of(1, 2))),
                arguments(noticing, new Pool("database", 3, List.of(0, 1, 2))),
                arguments(noticing, new Pool("database", 1, List.of(0, 1, 2))),
                arguments(noticing, new Pool("database", 1, List.of(1, 2))),
                arguments(retrying, new Pool("database", 2, List.of(1, 2))),
                arguments(retrying, new Pool("database", 1, List.of(0, 2))));
    }

    @ParameterizedTest
    @MethodSource("sharings")
    void live_stations_share_a_pool_as_simulated_ones_do(Rules rules, Pool pool) {
        assertAgreement(rush(40, rules, new Admission.TokenBucket(30, 20), pool), SCARCE);
    }

    /** A slice that begins just after quota was lost. */
    @Test
    void what_a_crowd_has_lost_is_lost_to_both() {
        Rules plain = new Rules(Discipline.FIFO, Abandon.UNNOTICED, Overload.REJECT, new Dropping.Nobody());
        Scenario whole = rush(40, plain, new Admission.TokenBucket(30, 20));
        Slice slice = new Slice(Optional.of(new Slice.Window.Last(ofMillis(39_500))), 1, 1);
        Crowd crowd = oneByOne(FastForward.crowd(whole, slice, Watch.NOBODY));
        long lost = crowd.members().stream().mapToLong(Crowd.Member::lostQuota).sum();

        Twin twin = assertAgreement(Schedule.of(Slicer.apply(whole, slice), crowd), SCARCE);

        assertThat(twin.audit().findings().quotaLost()).isEqualTo(lost).isPositive();
    }

    /** The crowd with no two due at the same instant, where who of them is first would decide. */
    private static Crowd oneByOne(Crowd crowd) {
        List<Crowd.Member> members = new ArrayList<>();
        for (Crowd.Member m : crowd.members()) {
            long dueNs = m.dueNs() + members.size() * 1_000_003L;
            members.add(new Crowd.Member(
                    m.applicant(), m.step(), m.visit(), m.attempt(), m.doneSteps(), m.lostQuota(), dueNs));
        }
        return new Crowd(members);
    }

    private static void assertAgreement(Scenario rush) {
        assertAgreement(rush, BUSY);
    }

    static Twin assertAgreement(Scenario rush, long leastAttempts) {
        return assertAgreement(Schedule.of(rush), leastAttempts);
    }

    private static Twin assertAgreement(Schedule schedule, long leastAttempts) {
        Samples simulated = new Samples(schedule.scenario());
        Outcome outcome = new Simulator(schedule, simulated, Watch.NOBODY).run();

        Twin twin = new Twin(schedule, INTERVAL_NS);
        twin.play(Duration.ofNanos(outcome.endNs()).plusSeconds(1));

        assertThat(twin.attempts()).isEqualTo(outcome.attempts()).isGreaterThan(leastAttempts);
        assertThat(twin.audit()).isEqualTo(outcome.audit());
        assertThat(twin.stations())
                .startsWith(simulated.ofWholeIntervals(outcome.endNs()).toArray(String[]::new));
        assertThat(twin.fates()).containsExactlyInAnyOrderElementsOf(simulated.fates);
        return twin;
    }

    /**
     * A thousand applicants within a minute at stations for half of them, and everything that can go wrong; not at the very
     * end of an interval, where the order of two things at one instant would decide in which interval they count.
     */
    private static Scenario rush(int queueLimit, Rules rules, Admission admission, Pool... pools) {
        Station portal = rules.appliedTo(busy("portal", 1, 30, queueLimit));
        Station payment = rules.appliedTo(calling(busy("payment", 3, 30, queueLimit), 0, 1));
        Station stamping = rules.appliedTo(busy("stamping", 2, 60, queueLimit)).resized(2, queueLimit, admission);
        return Scenarios.closing(
                Scenarios.OPENS.plusSeconds(60),
                new Stack(
                        List.of(portal, payment, stamping),
                        List.of(
                                new ThirdParty("bank", new Distribution.Exponential(Duration.ofMillis(20)), 0.05),
                                new ThirdParty("tax-office", new Distribution.Exponential(Duration.ofMillis(9)), 0.1)),
                        List.of(pools)),
                List.of(
                        incident(new Effect.Down(1), 10_100, 12_300),
                        incident(new Effect.Frozen(0), 15_100, 16_300),
                        incident(new Effect.Slow(2, 1.7), 20_100, 30_300),
                        incident(new Effect.Capacity(1, 0.3), 25_100, 35_300),
                        incident(new Effect.LosesAnswers(2, 0.2), 28_100, 50_300),
                        incident(new Effect.LosesQuota(2, 0.2), 5_100, 20_300),
                        incident(new Effect.ExpiresPayments(1, 0.2), 37_100, 50_300)));
    }

    private static Station busy(String name, int workers, long meanMs, int queueLimit) {
        return station(name, workers, queueLimit, new Distribution.Exponential(Duration.ofMillis(meanMs)));
    }

    /** The samples that a simulation tells. */
    private static final class Samples extends QuietRecorder {

        private final Scenario scenario;
        private final List<StationLog.Row> rows = new ArrayList<>();
        private final List<String> fates = new ArrayList<>();

        Samples(Scenario scenario) {
            super(INTERVAL_NS);
            this.scenario = scenario;
        }

        List<String> ofWholeIntervals(long endNs) {
            List<StationLog.Row> whole = rows.stream()
                    .filter(row -> (row.interval() + 1) * INTERVAL_NS <= endNs)
                    .toList();
            return StationRows.csv(whole, scenario.stack().measured())
                    .lines()
                    .skip(1)
                    .toList();
        }

        @Override
        public void station(int interval, int station, StationSample sample) {
            rows.add(new StationLog.Row(interval, station, sample));
        }

        @Override
        public void attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs) {
            if (fate != Fate.ABANDONED) {
                fates.add(step + " " + fate + " " + dueNs + " " + sentNs + " " + doneNs);
            }
        }
    }
}
