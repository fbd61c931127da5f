package id.tenggat.stack;

import id.tenggat.ledger.LedgerPlace;
import id.tenggat.ledger.PostgresServer;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The stack is killed at random instants under load, begun again on the same ledger, and its clients go on: nothing that
 * anybody has a receipt of is lost, and nothing is done twice.
 */
class KillTest {

    private static final long SEED = 221_584;
    private static final int CLIENTS = 4;

    /** At most so many receipts are given between two kills, and at most so long after the last of them a kill comes. */
    private static final int RECEIPTS_UNTIL_KILL = 100;

    private static final int UNTIL_KILL_MS = 20;

    @TempDir
    private Path folder = Path.of("");

    private final AtomicInteger port = new AtomicInteger();

    /** What clients and ledger say in the end. */
    private record Outcome(PersistentClients clients, JsonObject audit, Set<String> ledger) {

        Set<String> unknownReceipts() {
            Set<String> unknown = new HashSet<>(clients.receipts);
            unknown.removeAll(ledger);
            return unknown;
        }
    }

    /** Kills the stack so many times, and lets the clients come to their end with the last one. */
    private Outcome killed(String place, int kills) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED);
        StackProcess stack = StackProcess.start(place, folder);
        port.set(stack.port());
        PersistentClients clients = new PersistentClients(port::get, CLIENTS, SEED);
        for (int kill = 0; kill < kills; kill++) {
            int enough = clients.receipts.size() + random.nextInt(1, RECEIPTS_UNTIL_KILL);
            Caller.await("the stack serves", () -> clients.receipts.size() >= enough);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(UNTIL_KILL_MS));
            stack.kill();
            stack = StackProcess.start(place, folder);
            port.set(stack.port());
        }
        clients.end();
        try (StackProcess last = stack) {
            Caller caller = new Caller(last.port());
            Set<String> ledger =
                    Caller.text(caller.get("/admin/receipts")).lines().skip(1).collect(Collectors.toSet());
            return new Outcome(clients, caller.audit(), ledger);
        }
    }

    private static void assertNothingLostAndNothingTwice(Outcome outcome) {
        int applicants = outcome.clients().completed();
        assertThat(applicants).isGreaterThan(100);
        assertThat(outcome.clients().surprises).isEmpty();
        assertThat(outcome.clients().receipts)
                .as("all attempts of a step got one")
                .hasSize(4 * applicants);
        assertThat(outcome.unknownReceipts()).isEmpty();
        assertThat(outcome.ledger()).hasSize(4 * applicants);
        assertThat(outcome.audit())
                .isEqualTo(new JsonObject("""
                        {"duplicated":0,"lost":0,"refundable":0,
                        "paidWithoutQuota":0,"quotaLost":0,"unsigned":0,"submittedWithoutStamps":0}""")
                        .put("paid", 2 * applicants)
                        .put("issued", 2 * applicants)
                        .put("submitted", applicants));
    }

    @Test
    void thirty_kills_lose_nothing_of_a_file() throws IOException, InterruptedException {
        Outcome outcome = killed(folder.resolve("ledger.db").toString(), 30);

        assertNothingLostAndNothingTwice(outcome);
        System.out.println("30 kills, seed " + SEED + ": " + outcome.clients().completed() + " applicants, "
                + outcome.clients().receipts.size() + " receipts, "
                + outcome.clients().repeated() + " of them of an attempt before a kill; " + outcome.audit());
    }

    @Test
    void ten_kills_lose_nothing_of_postgresql() throws IOException, InterruptedException {
        Optional<PostgresServer> server = PostgresServer.running();
        assumeThat(server).as("Debian's postgresql is installed").isPresent();
        LedgerPlace.Postgres place = (LedgerPlace.Postgres) server.get().emptyDatabase();

        assertNothingLostAndNothingTwice(killed(place.url(), 10));
    }

    /** That the test can fail: in memory everything is lost. */
    @Test
    void a_kill_loses_what_was_in_memory() throws IOException, InterruptedException {
        StackProcess stack = StackProcess.start("memory", folder);
        new Caller(stack.port()).done(1, "sign-up", "pay", "stamp-1");
        stack.kill();
        try (StackProcess next = StackProcess.start("memory", folder)) {
            Caller caller = new Caller(next.port());
            assertThat(Caller.text(caller.get("/admin/receipts")).lines()).hasSize(1);
            assertThat(caller.attempt(1, "stamp-2").statusCode()).isEqualTo(409);
        }
    }
}
