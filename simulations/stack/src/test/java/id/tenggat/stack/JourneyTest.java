package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.scenario.Stack;
import id.tenggat.stamping.SerialNumber;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest {

    private StackServer stack;
    private Caller caller;

    @BeforeAll
    void start() throws PortUnavailableException, LedgerException {
        stack = StackServer.start(Scenarios.roomy(), StackOptions.onPort(0));
        caller = new Caller(stack);
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @BeforeEach
    void beginAnew() {
        caller.post("/admin/crowd", "");
        caller.begin();
    }

    @Test
    void an_applicant_goes_all_the_way() {
        assertThat(Caller.json(caller.attempt(5, "sign-up")))
                .isEqualTo(new JsonObject("{\"applicant\":5,\"step\":\"sign-up\",\"repeated\":false}"));
        assertThat(Caller.json(caller.attempt(5, "pay")))
                .isEqualTo(new JsonObject(
                        "{\"applicant\":5,\"step\":\"pay\",\"payment\":1,\"stamps\":2,\"repeated\":false}"));
        assertThat(caller.attempt(5, "stamp-1").statusCode()).isEqualTo(200);
        assertThat(caller.attempt(5, "stamp-2").statusCode()).isEqualTo(200);
        assertThat(Caller.json(caller.attempt(5, "submit")))
                .isEqualTo(new JsonObject("{\"applicant\":5,\"step\":\"submit\",\"submission\":1,\"repeated\":false}"));

        assertThat(caller.audit()).isEqualTo(new JsonObject("""
                        {"paid":2,"issued":2,"refundable":0,"duplicated":0,"submitted":1,"lost":0,
                        "paidWithoutQuota":0,"quotaLost":0,"unsigned":0,"submittedWithoutStamps":0}"""));
    }

    @Test
    void the_stamped_document_is_the_posted_one_and_more_under_its_serial() {
        caller.done(5, "sign-up", "pay");

        HttpResponse<byte[]> stamped = caller.attempt(5, "stamp-1");

        assertThat(stamped.headers().firstValue("Content-Type")).contains("application/pdf");
        String serial = stamped.headers().firstValue("Tenggat-Serial").orElseThrow();
        assertThat(SerialNumber.parse(serial).sequence()).isEqualTo(1);
        assertThat(Arrays.copyOf(stamped.body(), Caller.LETTER.length)).isEqualTo(Caller.LETTER);
        assertThat(new String(stamped.body(), StandardCharsets.ISO_8859_1)).contains("SPECIMEN-" + serial);
    }

    @Test
    void it_tells_whose_code_signs_its_stamps() {
        assertThat(stack.stampsSignedBy()).startsWith("ECDSA_P256 by ");
        assertThat(caller.health().getString("stampsSignedBy")).isEqualTo(stack.stampsSignedBy());
    }

    @Test
    void the_stamped_document_passes_pdfsig(@TempDir Path directory) throws IOException, InterruptedException {
        assumeThat(pdfsig("-v")).as("pdfsig, of Debian's poppler-utils").contains("version");
        caller.done(5, "sign-up", "pay");
        Path file = Files.write(
                directory.resolve("stamped.pdf"), caller.attempt(5, "stamp-1").body());

        assertThat(pdfsig("-nocert", file.toString()))
                .contains("Signature is Valid")
                .contains("Total document signed")
                .contains("ETSI.CAdES.detached");
    }

    private static String pdfsig(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "pdfsig";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException notInstalled) {
            return "";
        }
    }

    @Test
    void concurrent_repetitions_of_a_stamp_carry_one_serial_and_use_one_stamp() {
        caller.done(5, "sign-up", "pay");

        List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, 30)
                .mapToObj(key -> caller.attemptLater(5, "stamp-1", key))
                .toList();

        assertThat(answers)
                .extracting(answer ->
                        answer.join().headers().firstValue("Tenggat-Serial").orElse("none"))
                .containsOnly("0000000000000000000195");
        assertThat(caller.audit().getInteger("issued")).isEqualTo(1);
        assertThat(caller.audit().getInteger("refundable")).isEqualTo(1);
    }

    @Test
    void concurrent_repetitions_of_a_payment_pay_once() {
        caller.done(5, "sign-up");
        List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, 30)
                .mapToObj(key -> caller.attemptLater(5, "pay", key))
                .toList();

        assertThat(answers)
                .extracting(answer -> Caller.json(answer.join()).getBoolean("repeated"))
                .containsOnlyOnce(false);
        assertThat(caller.audit().getInteger("paid")).isEqualTo(2);
    }

    @Test
    void a_stamp_without_payment_is_a_conflict() {
        caller.done(5, "sign-up");

        HttpResponse<byte[]> answer = caller.attempt(5, "stamp-1");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Caller.json(answer).getString("reason")).isEqualTo("out-of-order");
        assertThat(caller.audit().getInteger("issued")).isZero();
    }

    @Test
    void what_is_no_pdf_is_refused_and_uses_no_quota() {
        caller.done(5, "sign-up", "pay");

        HttpResponse<byte[]> answer = caller.send(caller.to("/journey/5/stamp-1")
                .header("Tenggat-Attempt", "0")
                .header("Idempotency-Key", "k")
                .header("Content-Type", "application/pdf")
                .POST(BodyPublishers.ofString("hello"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Caller.json(answer).getString("reason")).isEqualTo("not-a-pdf");
        assertThat(caller.audit().getInteger("refundable")).isEqualTo(2);
    }

    @Test
    void two_thousand_requests_two_hundred_at_once_are_all_answered() {
        caller.crowd(Scenarios.APPLICANTS, 1);
        caller.begin();

        List<CompletableFuture<List<Integer>>> users =
                IntStream.range(0, 200).mapToObj(this::tenPayments).toList();

        List<Integer> statuses =
                users.stream().flatMap(user -> user.join().stream()).toList();

        assertThat(statuses).hasSize(2000).containsOnly(200);
        assertThat(caller.audit().getInteger("paid")).isEqualTo(2 * Scenarios.APPLICANTS);
        caller.post("/admin/end", "");
        assertThat(caller.measured("served")).isEqualTo(2000);
    }

    /** One user, who pays for five applicants twice, one after the other. */
    private CompletableFuture<List<Integer>> tenPayments(int user) {
        CompletableFuture<List<Integer>> statuses = CompletableFuture.completedFuture(List.of());
        for (int i = 0; i < 10; i++) {
            int applicant = user * 5 + i % 5;
            int key = i / 5;
            statuses = statuses.thenCompose(
                    before -> caller.attemptLater(applicant, "pay", key).thenApply(answer -> {
                        List<Integer> all = new java.util.ArrayList<>(before);
                        all.add(answer.statusCode());
                        return all;
                    }));
        }
        return statuses;
    }

    @Test
    void a_crowd_that_was_posted_is_in_the_ledger_of_every_run_after_it() {
        assertThat(Caller.json(caller.post("/admin/crowd", "5,3\n6,7\n")).getInteger("applicants"))
                .isEqualTo(2);

        caller.begin();

        assertThat(caller.audit().getInteger("paid")).isEqualTo(4);
        assertThat(caller.attempt(5, "stamp-1").statusCode()).isEqualTo(200);
        assertThat(caller.audit().getInteger("issued")).isEqualTo(2);
    }

    @Test
    void a_crowd_gets_no_stamp_for_the_quota_that_it_has_lost() {
        caller.post("/admin/crowd", "5,3,1\n6,3,2\n");

        assertThat(caller.attempt(5, "stamp-1").statusCode()).isEqualTo(200);
        assertThat(caller.attempt(5, "stamp-2").statusCode()).isEqualTo(409);
        assertThat(caller.attempt(6, "stamp-1").statusCode()).isEqualTo(409);
        assertThat(caller.audit().getMap())
                .containsEntry("paid", 4)
                .containsEntry("issued", 1)
                .containsEntry("refundable", 0)
                .containsEntry("quotaLost", 3)
                .containsEntry("duplicated", 0);
    }

    @Test
    void a_new_run_knows_nothing_of_the_one_before() {
        caller.done(5, "sign-up", "pay");
        caller.begin();

        assertThat(caller.audit().getInteger("paid")).isZero();
        caller.post("/admin/end", "");
        assertThat(caller.measured("entered")).isZero();
    }

    @Test
    void the_stations_tell_what_they_did_interval_by_interval() {
        caller.done(5, "sign-up", "pay");
        caller.attempt(6, "sign-up");
        caller.post("/admin/end", "");

        String csv = Caller.text(caller.get("/admin/stations"));

        assertThat(csv).startsWith(StationRows.HEADER + "\n0,portal,");
        assertThat(caller.measured("entered")).isEqualTo(3);
        assertThat(caller.measured("served")).isEqualTo(3);
        assertThat(caller.measured("busy_ns")).isGreaterThanOrEqualTo(3_000_000);
        assertThat(caller.measured("capacity_ns")).isPositive();
    }

    @Test
    void after_the_deadline_the_door_is_closed() throws PortUnavailableException, LedgerException {
        Stack stations = Scenarios.roomy().stack();
        try (StackServer late = StackServer.start(
                Scenarios.closing(Scenarios.OPENS.plusMillis(1), stations, List.of()), StackOptions.onPort(0))) {
            Caller tooLate = new Caller(late);
            Caller.await("closed", () -> tooLate.health().getLong("engineNs") > 1_000_000);

            HttpResponse<byte[]> answer = tooLate.attempt(5, "pay");

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(Caller.json(answer).getString("detail")).isEqualTo("closed at 2024-08-20T00:00:00.001Z");
            assertThat(tooLate.audit().getInteger("paid")).isZero();
        }
    }
}
