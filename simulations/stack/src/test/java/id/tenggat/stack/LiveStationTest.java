package id.tenggat.stack;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;
import id.tenggat.policy.ServiceDraws;
import id.tenggat.recording.StationSample;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Dropping;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Admission;
import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.scenario.Stack.Overload;
import id.tenggat.scenario.Stack.Safeguards;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.Stack.ThirdParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import static id.tenggat.stack.Scenarios.calling;
import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.incident;
import static id.tenggat.stack.Scenarios.station;
import static id.tenggat.stack.Scenarios.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LiveStationTest {

    private static final Station TWO_WORKERS = station("portal", 2, 100, fixed(40));
    private static final Station ONE_WORKER = station("portal", 1, 100, fixed(40));

    private static StationBench bench(Station station, Incident... incidents) {
        return new StationBench(Scenarios.of(List.of(station), List.of(), List.of(incidents)));
    }

    @Test
    void as_many_are_served_at_once_as_there_are_workers() {
        StationBench bench = bench(TWO_WORKERS);

        bench.arrive(1, 2, 3);
        bench.time.goToMs(100);

        assertThat(bench.told)
                .containsExactly(
                        "40ms 1 settled",
                        "40ms 1 served",
                        "40ms 2 settled",
                        "40ms 2 served",
                        "80ms 3 settled",
                        "80ms 3 served");
        assertThat(bench.time.isIdle()).isTrue();
    }

    /** Whoever measures a service's time measures its commit too. What settles late is answered late, by a worker who is free. */
    @ParameterizedTest
    @CsvSource({"3, 40, 80", "8, 43, 83"})
    void what_is_done_is_settled_ahead_of_the_end(long settlesInMs, long firstMs, long secondMs) {
        StationBench bench = bench(ONE_WORKER);
        bench.settlingNs = 5_000_000;
        bench.settlesInNs = settlesInMs * 1_000_000;

        bench.arrive(1, 2);
        bench.time.goToMs(100);

        assertThat(bench.told)
                .containsExactly("35ms 1 settled", firstMs + "ms 1 served", "75ms 2 settled", secondMs + "ms 2 served");
        assertThat(bench.measured().busyNs()).isEqualTo(80e6);
    }

    @Test
    void what_is_foreseen_to_settle_for_longer_than_the_service_settles_at_its_beginning() {
        StationBench bench = bench(ONE_WORKER);
        bench.settlingNs = 100_000_000;

        bench.arrive(1);
        bench.time.goToMs(100);

        assertThat(bench.told).containsExactly("0ms 1 settled", "40ms 1 served");
    }

    @Test
    void nothing_is_settled_before_the_work_is_over() {
        StationBench bench = bench(ONE_WORKER);
        bench.settlingNs = 5_000_000;
        List<Runnable> work = new ArrayList<>();

        bench.arrive(1, work::add);
        bench.time.goToMs(38);
        work.get(0).run();
        bench.time.goToMs(100);

        assertThat(bench.told).containsExactly("40ms 1 settled", "40ms 1 served");
    }

    @Test
    void nothing_is_settled_before_third_parties_have_answered() {
        StationBench bench = new StationBench(Scenarios.of(
                List.of(calling(ONE_WORKER, 0)), List.of(new ThirdParty("slow", fixed(20), 0)), List.of()));
        bench.settlingNs = 5_000_000;

        bench.arrive(1);
        bench.time.goToMs(100);

        assertThat(bench.told).containsExactly("60ms 1 settled", "60ms 1 served");
    }

    /** The client hears of the outage alone, as if the answer had been lost. */
    @Test
    void what_was_settled_ahead_breaks_with_its_station() {
        StationBench bench = bench(ONE_WORKER, incident(new Effect.Down(0), 38, 60));
        bench.settlingNs = 5_000_000;
        bench.settlesInNs = 4_000_000;

        bench.arrive(1);
        bench.time.goToMs(100);

        assertThat(bench.told).containsExactly("35ms 1 settled", "38ms 1 STATION_DOWN");
    }

    @Test
    void the_meter_sees_the_queue_and_the_busy_workers_over_time() {
        StationBench bench = bench(TWO_WORKERS);

        bench.arrive(1, 2, 3);
        bench.time.goToMs(100);

        assertThat(bench.measured()).isEqualTo(new StationSample(3, 0, 3, 0, 0, 1, 40e6, 120e6, 0, 200e6));
    }

    @Test
    void a_worker_is_held_for_as_long_as_the_key_draws() {
        Station station = station("portal", 1000, 0, new Distribution.Exponential(Duration.ofMillis(20)));
        Scenario scenario = Scenarios.of(List.of(station), List.of(), List.of());
        StationBench bench = new StationBench(scenario);
        ServiceDraws draws = new ServiceDraws(scenario, 0);

        int[] applicants = IntStream.range(0, 1000).toArray();
        bench.arrive(applicants);
        bench.time.goToMs(10_000);

        long drawn = IntStream.of(applicants)
                .mapToLong(applicant -> draws.serviceNs(applicant, 0, 0))
                .sum();
        assertThat(bench.measured().busyNs()).isCloseTo((double) drawn, within(1.0));
        assertThat(bench.fidelity.alarms().maxNs()).isZero();
    }

    @Test
    void beyond_the_queue_limit_a_request_is_turned_away_with_a_wait() {
        StationBench bench = bench(station("portal", 1, 2, fixed(40)));

        bench.arrive(1, 2, 3, 4);

        assertThat(bench.told).containsExactly("0ms 4 turned away for 1500ms");
        bench.time.goToMs(1000);
        assertThat(bench.measured().rejected()).isEqualTo(1);
        assertThat(bench.measured().entered()).isEqualTo(3);
    }

    @Test
    void without_a_queue_the_workers_alone_are_the_room() {
        StationBench bench = bench(station("portal", 2, 0, fixed(40)));

        bench.arrive(1, 2, 3);
        bench.time.goToMs(40);
        bench.arrive(4);

        assertThat(bench.told).contains("0ms 3 turned away for 1500ms").doesNotContain("40ms 4 turned away for 1500ms");
    }

    @Test
    void a_silent_station_tells_nothing_where_it_sheds() {
        StationBench bench =
                bench(with(station("portal", 1, 0, fixed(40)), Discipline.FIFO, Abandon.UNNOTICED, Overload.SILENT));

        bench.arrive(1, 2);

        assertThat(bench.told).containsExactly("0ms 2 unanswered");
        assertThat(bench.measured().rejected()).isEqualTo(1);
    }

    /** One client asks twenty times before three others ask once. */
    @Test
    void where_clients_take_turns_retries_stand_behind_the_first_requests_of_others() {
        StationBench fair = bench(with(ONE_WORKER, Discipline.FAIR, Abandon.UNNOTICED, Overload.REJECT));
        StationBench fifo = bench(with(ONE_WORKER, Discipline.FIFO, Abandon.UNNOTICED, Overload.REJECT));
        for (StationBench bench : List.of(fair, fifo)) {
            bench.arrive(IntStream.generate(() -> 7).limit(20).toArray());
            bench.arrive(1, 2, 3);
            bench.time.goToMs(10_000);
        }

        assertThat(served(fair).subList(0, 6)).containsExactly("7", "1", "2", "3", "7", "7");
        assertThat(served(fifo).indexOf("1")).isEqualTo(20);
    }

    private static List<String> served(StationBench bench) {
        return bench.told.stream()
                .filter(line -> line.endsWith(" served"))
                .map(line -> line.split(" ", -1)[1])
                .toList();
    }

    @Test
    void last_come_is_first_served_under_lifo() {
        StationBench bench = bench(with(ONE_WORKER, Discipline.LIFO, Abandon.UNNOTICED, Overload.REJECT));

        bench.arrive(1, 2, 3);
        bench.time.goToMs(1000);

        assertThat(bench.told).contains("40ms 1 served", "80ms 3 served", "120ms 2 served");
    }

    @Test
    void who_leaves_unnoticed_is_served_all_the_same_and_the_work_is_wasted() {
        StationBench bench = bench(ONE_WORKER);

        bench.arrive(1, 2);
        bench.leave(2);
        bench.time.goToMs(100);

        assertThat(bench.told).contains("80ms 2 settled");
        StationSample sample = bench.measured();
        assertThat(sample.wasted()).isEqualTo(1);
        assertThat(sample.wastedNs()).isEqualTo(40e6);
        assertThat(sample.served()).isEqualTo(1);
    }

    @Test
    void who_leaves_noticed_makes_room_for_the_next() {
        StationBench bench = bench(with(ONE_WORKER, Discipline.FIFO, Abandon.NOTICED, Overload.REJECT));

        bench.arrive(1, 2, 3);
        bench.leave(2);
        bench.time.goToMs(100);

        assertThat(bench.told).containsExactly("40ms 1 settled", "40ms 1 served", "80ms 3 settled", "80ms 3 served");
        assertThat(bench.measured().wasted()).isZero();
    }

    @Test
    void who_is_being_served_is_served_to_the_end_even_where_leaving_is_noticed() {
        StationBench bench = bench(with(ONE_WORKER, Discipline.FIFO, Abandon.NOTICED, Overload.REJECT));

        bench.arrive(1);
        bench.leave(1);
        bench.time.goToMs(100);

        assertThat(bench.told).contains("40ms 1 settled");
        assertThat(bench.measured().wasted()).isEqualTo(1);
    }

    @Test
    void a_station_that_goes_down_breaks_all_inside_and_everybody_at_the_door() {
        StationBench bench = bench(ONE_WORKER, incident(new Effect.Down(0), 10, 50));

        bench.arrive(1, 2);
        bench.time.goToMs(20);
        bench.arrive(3);
        bench.time.goToMs(60);
        bench.arrive(4);
        bench.time.goToMs(100);

        assertThat(bench.told)
                .containsExactly(
                        "10ms 2 STATION_DOWN",
                        "10ms 1 STATION_DOWN",
                        "20ms 3 STATION_DOWN",
                        "100ms 4 settled",
                        "100ms 4 served");
        StationSample sample = bench.measured();
        assertThat(sample.failed()).isEqualTo(3);
        assertThat(sample.capacityNs()).isEqualTo(60e6);
    }

    @Test
    void a_frozen_station_ends_what_it_serves_and_begins_nothing() {
        StationBench bench = bench(ONE_WORKER, incident(new Effect.Frozen(0), 10, 100));

        bench.arrive(1, 2);
        bench.time.goToMs(50);
        bench.arrive(3);
        bench.time.goToMs(1000);

        assertThat(bench.told).contains("40ms 1 served", "140ms 2 served", "180ms 3 served");
    }

    @Test
    void slowness_counts_for_service_that_begins_while_it_lasts() {
        StationBench bench = bench(ONE_WORKER, incident(new Effect.Slow(0, 3), 10, 50));

        bench.arrive(1, 2, 3);
        bench.time.goToMs(1000);

        assertThat(bench.told).contains("40ms 1 served", "160ms 2 served", "200ms 3 served");
    }

    @Test
    void a_part_of_the_workers_begins_work_while_capacity_is_short() {
        StationBench bench = bench(TWO_WORKERS, incident(new Effect.Capacity(0, 0.5), 10, 90));

        bench.arrive(1, 2, 3, 4, 5);
        bench.time.goToMs(1000);

        assertThat(bench.told)
                .contains("40ms 1 served", "40ms 2 served", "80ms 3 served", "120ms 4 served", "130ms 5 served");
    }

    @Test
    void a_lost_answer_is_settled_and_never_told() {
        StationBench bench = bench(ONE_WORKER, incident(new Effect.LosesAnswers(0, 1), 0, 1000));

        bench.arrive(1);
        bench.time.goToMs(100);

        assertThat(bench.told).containsExactly("40ms 1 settled", "40ms 1 unanswered");
        assertThat(bench.measured().wasted()).isEqualTo(1);
    }

    @Test
    void which_answers_are_lost_is_drawn_by_key() {
        Station station = station("portal", 1000, 0, fixed(1));
        StationBench bench = bench(station, incident(new Effect.LosesAnswers(0, 0.3), 0, 1000));

        bench.arrive(IntStream.range(0, 1000).toArray());
        bench.time.goToMs(100);

        List<String> drawn = IntStream.range(0, 1000)
                .filter(applicant -> new Draws(1).uniform(Purpose.ANSWER_LOST, applicant, 0, 0) < 0.3)
                .mapToObj(applicant -> "1ms " + applicant + " unanswered")
                .toList();
        assertThat(bench.told).filteredOn(words -> words.endsWith("unanswered")).containsExactlyElementsOf(drawn);
        assertThat(drawn).hasSizeBetween(250, 350);
    }

    @Test
    void third_parties_are_called_in_turn_while_the_worker_is_held() {
        StationBench bench = new StationBench(Scenarios.of(
                List.of(calling(ONE_WORKER, 1, 0)),
                List.of(new ThirdParty("tax-office", fixed(5), 0), new ThirdParty("bank", fixed(20), 0)),
                List.of()));

        bench.arrive(1, 2);
        bench.time.goToMs(1000);

        assertThat(bench.called).containsExactly(1, 0, 1, 0);
        assertThat(bench.told).contains("65ms 1 served", "130ms 2 served");
    }

    @Test
    void the_first_third_party_that_fails_ends_the_request_and_nothing_is_settled() {
        StationBench bench = new StationBench(Scenarios.of(
                List.of(calling(ONE_WORKER, 0, 1)),
                List.of(new ThirdParty("bank", fixed(20), 1), new ThirdParty("tax-office", fixed(5), 0)),
                List.of()));

        bench.arrive(1);
        bench.time.goToMs(1000);

        assertThat(bench.called).containsExactly(0);
        assertThat(bench.told).containsExactly("60ms 1 THIRD_PARTY");
        assertThat(bench.measured().failed()).isEqualTo(1);
    }

    @Test
    void a_third_party_that_answers_after_the_station_went_down_changes_nothing() {
        StationBench bench = new StationBench(Scenarios.of(
                List.of(calling(ONE_WORKER, 0)),
                List.of(new ThirdParty("bank", fixed(100), 0)),
                List.of(incident(new Effect.Down(0), 50, 60))));

        bench.arrive(1);
        bench.time.goToMs(1000);

        assertThat(bench.told).containsExactly("50ms 1 STATION_DOWN");
    }

    @Test
    void a_token_bucket_lets_its_burst_in_and_then_its_rate() {
        Station portal = station("portal", 100, 0, fixed(1)).resized(100, 0, new Admission.TokenBucket(100, 2));
        StationBench bench = bench(portal);

        bench.arrive(1, 2, 3);
        bench.time.goToMs(10);
        bench.arrive(4, 5);

        assertThat(bench.told).contains("0ms 3 turned away for 1500ms", "10ms 5 turned away for 1500ms");
        assertThat(bench.measured().entered()).isEqualTo(3);
    }

    @Test
    void real_work_that_outlasts_the_model_holds_the_answer_and_is_counted() {
        StationBench bench = bench(ONE_WORKER);
        List<Runnable> overs = new ArrayList<>();

        bench.arrive(1, overs::add);
        bench.time.goToMs(55);
        assertThat(bench.told).isEmpty();
        overs.get(0).run();

        assertThat(bench.told).contains("55ms 1 served");
        assertThat(bench.fidelity.work().count()).isEqualTo(1);
        assertThat(bench.fidelity.work().maxNs()).isEqualTo(15_000_000);
    }

    @Test
    void real_work_within_the_model_is_not_late() {
        StationBench bench = bench(ONE_WORKER);
        List<Runnable> overs = new ArrayList<>();

        bench.arrive(1, overs::add);
        bench.time.goToMs(30);
        overs.get(0).run();
        bench.time.goToMs(100);

        assertThat(bench.told).contains("40ms 1 served");
        assertThat(bench.fidelity.work().count()).isZero();
    }

    @Test
    void the_end_of_a_run_breaks_all_inside_and_forgets_its_incidents() {
        StationBench bench = bench(ONE_WORKER, incident(new Effect.Slow(0, 2), 500, 600));

        bench.arrive(1, 2);
        bench.station.close();

        assertThat(bench.told).containsExactly("0ms 2 RUN_ENDED", "0ms 1 RUN_ENDED");
        assertThat(bench.time.isIdle()).isTrue();
    }

    @Test
    void intervals_are_cut_at_their_ends_and_add_up() {
        StationBench bench = new StationBench(Scenarios.of(List.of(ONE_WORKER), List.of(), List.of()), 30_000_000);

        bench.arrive(1, 2);
        bench.time.goToMs(100);
        bench.log.end(bench.time.nowNs());

        assertThat(bench.log.rows()).extracting(StationLog.Row::interval).containsExactly(0, 1, 2, 3);
        assertThat(bench.log.rows())
                .extracting(row -> row.sample().busyNs() / 1e6)
                .containsExactly(30.0, 30.0, 20.0, 0.0);
        assertThat(bench.log.rows())
                .extracting(row -> row.sample().queueNs() / 1e6)
                .containsExactly(30.0, 10.0, 0.0, 0.0);
        assertThat(bench.log.rows()).extracting(row -> row.sample().served()).containsExactly(0L, 1L, 1L, 0L);
    }

    /** Whatever comes, whoever leaves and whatever breaks: who entered is served, wasted, failed, gone or inside. */
    @Test
    void no_request_is_lost_or_told_of_twice_in_a_storm() {
        for (long seed = 1; seed <= 50; seed++) {
            storm(seed);
        }
    }

    @Test
    void adaptive_lifo_serves_the_newest_once_the_queue_has_stood_for_too_long() {
        Discipline adaptive = new Discipline.AdaptiveLifo(Duration.ofMillis(50));
        StationBench bench = bench(ONE_WORKER.withDiscipline(adaptive));

        bench.arrive(1, 2, 3, 4);
        bench.time.goToMs(1000);

        assertThat(bench.told).contains("40ms 1 served", "80ms 2 served", "120ms 4 served", "160ms 3 served");
    }

    @Test
    void who_waited_too_long_is_dropped_with_a_wait_and_counted_as_rejected() {
        Dropping coDel = new Dropping.CoDel(Duration.ofMillis(10), Duration.ofMillis(50));
        StationBench bench = bench(ONE_WORKER.withSafeguards(Safeguards.dropping(coDel)));

        bench.arrive(1, 2, 3, 4, 5);
        bench.time.goToMs(1000);

        assertThat(bench.told)
                .contains("80ms 2 served", "120ms 3 served", "120ms 4 turned away for 1500ms", "160ms 5 served");
        assertThat(bench.measured().rejected()).isEqualTo(1);
    }

    @Test
    void whose_client_has_left_is_dropped_where_the_station_looks_before_it_begins() {
        StationBench bench = bench(ONE_WORKER.withSafeguards(Safeguards.dropping(new Dropping.Abandoned())));

        bench.arrive(1, 2, 3);
        bench.leave(2);
        bench.time.goToMs(1000);

        assertThat(bench.told).contains("40ms 1 served", "80ms 3 served").doesNotContain("80ms 2 settled");
        assertThat(bench.measured().wasted()).isZero();
    }

    private static void storm(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Abandon abandon = random.nextBoolean() ? Abandon.NOTICED : Abandon.UNNOTICED;
        Discipline discipline = random.nextBoolean() ? Discipline.FIFO : Discipline.LIFO;
        Station settings = with(
                station("portal", 3, 10, new Distribution.Exponential(Duration.ofMillis(20))),
                discipline,
                abandon,
                Overload.REJECT);
        StationBench bench = new StationBench(Scenarios.of(
                List.of(calling(settings, 0)),
                List.of(new ThirdParty("bank", fixed(3), 0.2)),
                List.of(
                        incident(new Effect.Down(0), 500, 600),
                        incident(new Effect.Frozen(0), 800, 900),
                        incident(new Effect.Capacity(0, 0.3), 1000, 1300),
                        incident(new Effect.LosesAnswers(0, 0.5), 1200, 1500))));
        int noticed = 0;
        int brokenAtDoor = 0;
        for (int applicant = 0; applicant < 500; applicant++) {
            bench.time.goToMs(bench.time.nowNs() / 1_000_000 + random.nextInt(8));
            int told = bench.told.size();
            bench.arrive(applicant);
            brokenAtDoor +=
                    bench.told.subList(told, bench.told.size()).stream().anyMatch(w -> w.endsWith("DOWN")) ? 1 : 0;
            int waiting = bench.station.waiting();
            if (random.nextInt(3) == 0) {
                bench.leave(random.nextInt(applicant + 1));
                noticed += waiting - bench.station.waiting();
            }
        }
        bench.time.goToMs(100_000);
        long told =
                bench.told.stream().filter(words -> !words.endsWith("settled")).count();
        StationSample sample = bench.measured();
        assertThat(told + noticed).as("told or gone, seed %d", seed).isEqualTo(500);
        assertThat(sample.entered() + sample.rejected() + brokenAtDoor)
                .as("came, seed %d", seed)
                .isEqualTo(500);
        assertThat(sample.served() + sample.wasted() + sample.failed() - brokenAtDoor + noticed)
                .as("entered, seed %d", seed)
                .isEqualTo(sample.entered());
    }
}
