package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.policy.CallKey;
import id.tenggat.policy.DrawnCall;
import id.tenggat.policy.ServiceDraws;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.ThirdParty;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static id.tenggat.stack.Scenarios.calling;
import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;

class HttpThirdPartiesTest {

    private static final int CALLS = 100;

    private static Scenario calls(ThirdParty... thirdParties) {
        Integer[] all = IntStream.range(0, thirdParties.length).boxed().toArray(Integer[]::new);
        return Scenarios.of(
                List.of(calling(station("portal", CALLS, 0, fixed(1)), all)), List.of(thirdParties), List.of());
    }

    private static DrawnCall call(ServiceDraws draws, int call, int applicant) {
        return draws.call(new CallKey(call, applicant, 1, 0), 0);
    }

    @Test
    void the_calls_that_are_drawn_to_fail_are_the_ones_that_fail() throws PortUnavailableException, LedgerException {
        Scenario scenario = calls(new ThirdParty("bank", fixed(1), 0.3), new ThirdParty("tax-office", fixed(1), 0.3));
        ServiceDraws draws = new ServiceDraws(scenario, 0);
        try (StackServer stack = StackServer.start(scenario, StackOptions.onPort(0))) {
            Caller caller = new Caller(stack).crowd(CALLS, 1);

            List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, CALLS)
                    .mapToObj(applicant -> caller.attemptLater(applicant, "pay", 0))
                    .toList();

            for (int applicant = 0; applicant < CALLS; applicant++) {
                boolean fails = !call(draws, 0, applicant).isWell()
                        || !call(draws, 1, applicant).isWell();
                assertThat(answers.get(applicant).join().statusCode()).isEqualTo(fails ? 502 : 200);
            }
            assertThat(caller.health().getInteger("faults")).isZero();
        }
    }

    @Test
    void no_call_is_answered_before_its_drawn_delay() throws PortUnavailableException, LedgerException {
        Scenario scenario = calls(new ThirdParty("bank", new Distribution.Exponential(Duration.ofMillis(20)), 0));
        ServiceDraws draws = new ServiceDraws(scenario, 0);
        try (StackServer stack = StackServer.start(scenario, StackOptions.onPort(0))) {
            Caller caller = new Caller(stack).crowd(CALLS, 1);
            caller.begin();

            IntStream.range(0, CALLS)
                    .mapToObj(applicant -> caller.attemptLater(applicant, "pay", 0))
                    .toList()
                    .forEach(CompletableFuture::join);
            caller.post("/admin/end", "");

            long drawnNs = IntStream.range(0, CALLS)
                    .mapToLong(
                            applicant -> 1_000_000 + call(draws, 0, applicant).heldNs())
                    .sum();
            assertThat(caller.measured("served")).isEqualTo(CALLS);
            assertThat(caller.measured("busy_ns")).isGreaterThanOrEqualTo(drawnNs);
        }
    }
}
