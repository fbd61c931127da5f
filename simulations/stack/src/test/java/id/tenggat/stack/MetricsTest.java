package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.scenario.Stack.Overload;
import id.tenggat.scenario.Stack.ThirdParty;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static id.tenggat.stack.Scenarios.calling;
import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.incident;
import static id.tenggat.stack.Scenarios.station;
import static id.tenggat.stack.Scenarios.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MetricsTest {

    private static final long AN_HOUR_MS = 3_600_000;

    private static StackServer start(Scenario scenario) throws PortUnavailableException, LedgerException {
        return StackServer.start(scenario, StackOptions.onPort(0));
    }

    /** One worker that is held for an hour, and room for one who waits. */
    private static Scenario stuck() {
        return Scenarios.of(
                List.of(with(
                        station("portal", 1, 1, fixed(AN_HOUR_MS)),
                        Discipline.FIFO,
                        Abandon.UNNOTICED,
                        Overload.REJECT)),
                List.of(),
                List.of());
    }

    @Test
    void what_was_served_is_counted_with_its_wait_and_its_service() throws PortUnavailableException, LedgerException {
        try (StackServer stack = start(Scenarios.roomy())) {
            Caller caller = new Caller(stack);
            IntStream.range(0, 7).forEach(applicant -> caller.attempt(applicant, "sign-up"));
            caller.attempt(1, "pay");
            caller.attempt(1, "fly");

            Scraped scraped = Scraped.from(caller);

            assertThat(scraped.value("tenggat_station_entered_total", "station", "portal"))
                    .isEqualTo(7);
            assertThat(scraped.value("tenggat_station_answers_total", "station", "portal", "fate", "served"))
                    .isEqualTo(7);
            assertThat(scraped.value("tenggat_station_answers_total", "station", "payment", "fate", "served"))
                    .isEqualTo(1);
            assertThat(scraped.value("tenggat_station_answers_total", "station", "stamping", "fate", "served"))
                    .isZero();
            assertThat(scraped.value("tenggat_station_wait_seconds_count", "station", "portal"))
                    .isEqualTo(7);
            assertThat(scraped.value("tenggat_station_service_seconds_sum", "station", "portal"))
                    .isGreaterThanOrEqualTo(7 * 0.001);
            assertThat(scraped.value("tenggat_http_requests_total", "status", "2xx"))
                    .isEqualTo(8);
            assertThat(scraped.value("tenggat_http_requests_total", "status", "4xx"))
                    .isEqualTo(1);
            assertThat(scraped.value("tenggat_http_open_connections")).isEqualTo(1);
            assertThat(scraped.value("tenggat_late_seconds_count", "cause", "event_loop"))
                    .isEqualTo(8);
            assertThat(scraped.value("tenggat_faults_total")).isZero();
        }
    }

    /** One worker takes 10 ms each; three come at once: they wait 0, 10 and 20 ms, and one of them has left by then. */
    @Test
    void waits_services_and_wasted_work_are_told_to_the_nanosecond() throws IOException {
        StationBench bench =
                new StationBench(Scenarios.of(List.of(station("portal", 1, 10, fixed(10))), List.of(), List.of()));
        bench.arrive(1, 2, 3);
        bench.time.goToMs(15);
        bench.leave(3);
        bench.time.goToMs(100);

        Scraped scraped = Scraped.from(bench.log.tallies().metrics());

        assertThat(scraped.value("tenggat_station_wait_seconds_sum", "station", "portal"))
                .isCloseTo(0.03, within(1e-12));
        assertThat(scraped.value("tenggat_station_wait_seconds_bucket", "station", "portal", "le", "0.001"))
                .isEqualTo(1);
        assertThat(scraped.value("tenggat_station_wait_seconds_bucket", "station", "portal", "le", "0.01"))
                .isEqualTo(2);
        assertThat(scraped.value("tenggat_station_wait_seconds_bucket", "station", "portal", "le", "0.025"))
                .isEqualTo(3);
        assertThat(scraped.value("tenggat_station_service_seconds_sum", "station", "portal"))
                .isCloseTo(0.03, within(1e-12));
        assertThat(scraped.value("tenggat_station_wasted_seconds_total", "station", "portal"))
                .isCloseTo(0.01, within(1e-12));
        assertThat(scraped.value("tenggat_station_answers_total", "station", "portal", "fate", "served"))
                .isEqualTo(2);
    }

    @Test
    void who_is_held_who_waits_and_who_is_shed_can_be_seen() throws PortUnavailableException, LedgerException {
        try (StackServer stack = start(stuck())) {
            Caller caller = new Caller(stack);
            CompletableFuture<HttpResponse<byte[]>> held = caller.attemptLater(1, "sign-up", 0);
            Caller.await("the worker is busy", () -> caller.atFirstStation("busy") == 1);
            CompletableFuture<HttpResponse<byte[]>> waits = caller.attemptLater(2, "sign-up", 0);
            Caller.await("one waits", () -> caller.atFirstStation("waiting") == 1);
            IntStream.range(3, 6).forEach(applicant -> caller.attempt(applicant, "sign-up"));

            Scraped scraped = Scraped.from(caller);

            assertThat(scraped.value("tenggat_station_queue_length", "station", "portal"))
                    .isEqualTo(1);
            assertThat(scraped.value("tenggat_station_queue_limit", "station", "portal"))
                    .isEqualTo(1);
            assertThat(scraped.value("tenggat_station_busy_workers", "station", "portal"))
                    .isEqualTo(1);
            assertThat(scraped.value("tenggat_station_workers", "station", "portal"))
                    .isEqualTo(1);
            assertThat(scraped.value("tenggat_station_entered_total", "station", "portal"))
                    .isEqualTo(2);
            assertThat(scraped.value("tenggat_station_answers_total", "station", "portal", "fate", "rejected"))
                    .isEqualTo(3);
            assertThat(scraped.value("tenggat_station_wait_seconds_count", "station", "portal"))
                    .isEqualTo(1);
            assertThat(scraped.value("tenggat_http_requests_total", "status", "5xx"))
                    .isEqualTo(3);
            assertThat(held).isNotDone();
            assertThat(waits).isNotDone();
        }
    }

    @Test
    void no_counter_falls_when_a_run_begins_and_levels_start_anew() throws PortUnavailableException, LedgerException {
        try (StackServer stack = start(stuck())) {
            Caller caller = new Caller(stack);
            CompletableFuture<HttpResponse<byte[]>> held = caller.attemptLater(1, "sign-up", 0);
            CompletableFuture<HttpResponse<byte[]>> waits = caller.attemptLater(2, "sign-up", 0);
            Caller.await("one waits", () -> caller.atFirstStation("waiting") == 1);
            Scraped before = Scraped.from(caller);

            caller.begin();
            held.join();
            waits.join();
            Scraped after = Scraped.from(caller);

            Map<String, Double> grown = after.growing();
            assertThat(grown).hasSameSizeAs(before.growing());
            before.growing()
                    .forEach((sample, value) ->
                            assertThat(grown.get(sample)).as(sample).isGreaterThanOrEqualTo(value));
            assertThat(after.value("tenggat_station_queue_length", "station", "portal"))
                    .isZero();
            assertThat(after.value("tenggat_station_entered_total", "station", "portal"))
                    .isEqualTo(2);
            assertThat(after.value("tenggat_station_answers_total", "station", "portal", "fate", "failed"))
                    .isEqualTo(2);
            assertThat(after.value("tenggat_runs_total")).isEqualTo(before.value("tenggat_runs_total") + 1);
        }
    }

    @Test
    void work_for_a_client_that_left_is_wasted_and_has_no_status() throws Exception {
        Scenario scenario = Scenarios.of(List.of(station("portal", 1, 10, fixed(300))), List.of(), List.of());
        try (StackServer stack = start(scenario)) {
            Caller caller = new Caller(stack);
            CompletableFuture<HttpResponse<byte[]>> first = caller.attemptLater(1, "sign-up", 0);
            Caller.await("the worker is busy", () -> caller.atFirstStation("busy") == 1);
            StackServerTest.post(stack, "/journey/2/sign-up").close();

            Caller.await(
                    "its work was wasted",
                    () -> Scraped.from(caller)
                                    .value("tenggat_station_answers_total", "station", "portal", "fate", "wasted")
                            == 1);
            Scraped scraped = Scraped.from(caller);

            assertThat(scraped.value("tenggat_station_wasted_seconds_total", "station", "portal"))
                    .isGreaterThanOrEqualTo(0.3);
            assertThat(scraped.value("tenggat_http_requests_total", "status", "none"))
                    .isEqualTo(1);
            assertThat(first.join().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void commits_of_the_ledger_are_counted() throws PortUnavailableException, LedgerException {
        try (StackServer stack = start(Scenarios.roomy())) {
            Caller caller = new Caller(stack).done(1, "sign-up", "pay", "stamp-1");
            caller.audit();

            Scraped scraped = Scraped.from(caller);

            assertThat(scraped.value("tenggat_ledger_committed_entries_total"))
                    .as("the run, two steps, a serial, a stamp")
                    .isEqualTo(5);
            assertThat(scraped.value("tenggat_ledger_commits_total"))
                    .isEqualTo(scraped.value("tenggat_ledger_commit_seconds_count"))
                    .isPositive();
        }
    }

    @Test
    void third_parties_are_counted_by_name_and_outcome() throws PortUnavailableException, LedgerException {
        Scenario scenario = Scenarios.of(
                List.of(calling(station("portal", 10, 10, fixed(1)), 0, 1)),
                List.of(new ThirdParty("bank", fixed(1), 0), new ThirdParty("tax-office", fixed(1), 1)),
                List.of());
        try (StackServer stack = start(scenario)) {
            Caller caller = new Caller(stack);
            IntStream.range(0, 3).forEach(applicant -> caller.attempt(applicant, "sign-up"));

            Scraped scraped = Scraped.from(caller);

            assertThat(scraped.value("tenggat_third_party_calls_total", "third_party", "bank", "outcome", "well"))
                    .isEqualTo(3);
            assertThat(scraped.value(
                            "tenggat_third_party_calls_total", "third_party", "tax-office", "outcome", "failed"))
                    .isEqualTo(3);
            assertThat(scraped.value("tenggat_third_party_seconds_sum", "third_party", "bank"))
                    .isGreaterThanOrEqualTo(0.003);
        }
    }

    @Test
    void who_accepts_open_metrics_gets_it() throws PortUnavailableException, LedgerException {
        try (StackServer stack = start(Scenarios.roomy())) {
            Caller caller = new Caller(stack);
            HttpResponse<byte[]> answer = caller.send(caller.to("/metrics")
                    .header("Accept", "application/openmetrics-text;version=1.0.0")
                    .build());

            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/openmetrics-text"));
            assertThat(Caller.text(answer)).endsWith("# EOF\n");
            assertThat(caller.get("/metrics").headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        }
    }

    @Test
    void a_pool_has_its_connections_and_its_waits() throws PortUnavailableException, LedgerException {
        Scenario scenario = Scenarios.closing(
                Scenarios.OPENS.plusSeconds(3600),
                new Stack(
                        List.of(station("portal", 3, 10, fixed(AN_HOUR_MS))),
                        List.of(),
                        List.of(new Pool("database", 1, List.of(0)))),
                List.of());
        try (StackServer stack = start(scenario)) {
            Caller caller = new Caller(stack);
            List<CompletableFuture<HttpResponse<byte[]>>> held = IntStream.range(0, 3)
                    .mapToObj(applicant -> caller.attemptLater(applicant, "sign-up", 0))
                    .toList();
            Caller.await("all workers are busy", () -> caller.atFirstStation("busy") == 3);

            Scraped scraped = Scraped.from(caller);

            assertThat(scraped.value("tenggat_pool_connections", "pool", "database"))
                    .isEqualTo(1);
            assertThat(scraped.value("tenggat_pool_busy_connections", "pool", "database"))
                    .isEqualTo(1);
            assertThat(scraped.value("tenggat_pool_queue_length", "pool", "database"))
                    .isEqualTo(2);
            assertThat(scraped.value("tenggat_pool_wait_seconds_count", "pool", "database"))
                    .isEqualTo(1);
            assertThat(held).noneMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void prometheus_itself_finds_nothing_wrong() throws Exception {
        try (StackServer stack = start(stuck())) {
            Caller caller = new Caller(stack);
            CompletableFuture<HttpResponse<byte[]>> held = caller.attemptLater(1, "sign-up", 0);
            Caller.await("the worker is busy", () -> caller.atFirstStation("busy") == 1);

            Promtool.accepts(Caller.text(caller.get("/metrics")), "check", "metrics");
            assertThat(held).isNotDone();
        }
    }

    @Test
    void a_ledger_is_served_from_its_first_question_on() {
        Tallies tallies = new Tallies(Scenarios.roomy().stack());
        assertThat(tallies.metrics().registry().scrape().stream())
                .noneMatch(metric -> metric.getMetadata().getName().contains("ledger"));

        tallies.ledgerThatCommits().committed(3, 2_000_000);
        tallies.ledgerThatCommits().committed(4, 1_000_000);

        assertThat(tallies.ledger()).hasValueSatisfying(ledger -> {
            assertThat(ledger.commits()).isEqualTo(2);
            assertThat(ledger.entries()).isEqualTo(7);
        });
        assertThat(tallies.metrics().registry().scrape().stream()
                        .map(metric -> metric.getMetadata().getName()))
                .contains(
                        "tenggat_ledger_commits", "tenggat_ledger_committed_entries", "tenggat_ledger_commit_seconds");
    }

    @Test
    void alive_and_ready_are_told_apart() throws PortUnavailableException, LedgerException {
        Scenario down = Scenarios.of(
                List.of(station("portal", 1, 10, fixed(1))),
                List.of(),
                List.of(incident(new Effect.Down(0), 0, AN_HOUR_MS)));
        try (StackServer stack = start(down)) {
            Caller caller = new Caller(stack);
            caller.attempt(1, "sign-up");

            assertThat(caller.get("/health/live").statusCode()).isEqualTo(200);
            HttpResponse<byte[]> ready = caller.get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(Caller.json(ready).getBoolean("ready")).isFalse();
            assertThat(Caller.json(ready).getJsonArray("obstacles")).containsExactly("the station portal is down");
        }
    }

    @Test
    void after_the_deadline_it_is_alive_and_not_ready() throws PortUnavailableException, LedgerException {
        Scenario over = Scenarios.closing(
                Scenarios.OPENS.plusMillis(1), Scenarios.roomy().stack(), List.of());
        try (StackServer stack = start(over)) {
            Caller caller = new Caller(stack);
            Caller.await("it is closed", () -> caller.attempt(1, "pay").statusCode() == 409);

            HttpResponse<byte[]> ready = caller.get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(Caller.json(ready).getJsonArray("obstacles"))
                    .containsExactly("the registration closed at 2024-08-20T00:00:00.001Z");
            assertThat(caller.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_roomy_stack_is_ready() throws PortUnavailableException, LedgerException {
        try (StackServer stack = start(Scenarios.roomy())) {
            HttpResponse<byte[]> ready = new Caller(stack).get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(Caller.text(ready)).isEqualTo("{\"ready\":true,\"obstacles\":[]}");
        }
    }
}
