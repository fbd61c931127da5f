package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.policy.CallKey;
import id.tenggat.policy.ServiceDraws;
import id.tenggat.scenario.Answering;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.CallFaults.SlowChunks;
import id.tenggat.scenario.Replay.Players;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.ThirdParty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static id.tenggat.stack.Scenarios.calling;
import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Everything that can become of a call, for each way in which its answer may come, whoever plays the third party. */
class ThirdPartyFaultsTest {

    private static final int CALLS = 40;

    private static final CallFaults DRIBBLING = new CallFaults(0, 0, new SlowChunks(0.5, Duration.ofMillis(50)));

    static List<Arguments> rows() {
        List<Arguments> rows = new ArrayList<>();
        for (Players players : Players.values()) {
            for (Answering answering :
                    List.of(Answering.AT_ONCE, new Answering.Polled(Duration.ofMillis(40)), Answering.WEBHOOK)) {
                rows.add(arguments(players, party(0, CallFaults.NONE, answering)));
                rows.add(arguments(players, party(0.5, CallFaults.NONE, answering)));
                rows.add(arguments(players, party(0, new CallFaults(0.5, 0, SlowChunks.NONE), answering)));
                rows.add(arguments(players, party(0, new CallFaults(0, 0.5, SlowChunks.NONE), answering)));
                rows.add(arguments(players, party(0, DRIBBLING, answering)));
            }
        }
        return rows;
    }

    private static ThirdParty party(double errors, CallFaults faults, Answering answering) {
        return new ThirdParty("bank", fixed(30), errors, faults, answering);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_is_drawn_happens_and_is_no_fault_of_the_stack(Players players, ThirdParty bank)
            throws PortUnavailableException, LedgerException {
        Scenario scenario =
                Scenarios.of(List.of(calling(station("portal", CALLS, 0, fixed(1)), 0)), List.of(bank), List.of());
        ServiceDraws draws = new ServiceDraws(scenario, 0);
        StackOptions options = StackOptions.onPort(0).withThirdParties(new PlayedBy.Ours(players));
        try (StackServer stack = StackServer.start(scenario, options)) {
            Caller caller = new Caller(stack).crowd(CALLS, 1);
            caller.begin();

            List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, CALLS)
                    .mapToObj(applicant -> caller.attemptLater(applicant, "pay", 0))
                    .toList();

            long heldNs = 0;
            for (int applicant = 0; applicant < CALLS; applicant++) {
                var drawn = draws.call(new CallKey(0, applicant, 1, 0), 0);
                heldNs += 1_000_000 + drawn.heldNs();
                assertThat(answers.get(applicant).join().statusCode()).isEqualTo(drawn.isWell() ? 200 : 502);
            }
            caller.post("/admin/end", "");
            assertThat(caller.health().getString("lastFault")).isEmpty();
            assertThat(caller.health().getInteger("faults")).isZero();
            assertThat(caller.health().getString("thirdPartiesBy")).isEqualTo(players.word());
            assertThat(stack.thirdPartiesBy()).isEqualTo(players.word());
            assertThat(caller.measured("busy_ns")).isGreaterThanOrEqualTo(heldNs);
        }
    }
}
