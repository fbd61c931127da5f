package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Wire;
import id.tenggat.scenario.Wire.Connections;
import id.tenggat.scenario.Wire.Protocol;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests from the OpenAPI file, sound and spoilt: every answer is one that the file describes, and none says that the stack
 * itself failed. For a hundred thousand of other draws:
 *
 * <pre>
 *   mvn -B -pl simulations/stack -am test -Dtest=ContractFuzzTest -Dsurefire.failIfNoSpecifiedTests=false \
 *       -Dtenggat.requests=100000 -Dtenggat.seed=7
 * </pre>
 */
class ContractFuzzTest {

    private static final int REQUESTS = Integer.getInteger("tenggat.requests", 5_000);
    private static final long SEED = Long.getLong("tenggat.seed", 1);

    /** Looking into a waiting room, leaving it, and calling back. */
    private static final int TOKENED = 6;

    private final Contract contract = new Contract();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Set<String> answeredWell = new TreeSet<>();

    /** Its payment is down, so that there is something to describe as 502, and it has a port to tell of. */
    private static Scenario scenario() {
        return Scenarios.speaking(
                new Wire(Protocol.HTTP_2, Connections.POOLED),
                Scenarios.of(
                        List.of(Scenarios.quick("portal"), Scenarios.quick("payment"), Scenarios.quick("stamping")),
                        List.of(),
                        List.of(Scenarios.incident(new Effect.Down(1), 20, 40))));
    }

    @Test
    void every_answer_is_described_and_none_is_our_fault()
            throws PortUnavailableException, LedgerException, IOException {
        Scenario scenario = scenario();
        RequestMaker maker = new RequestMaker(
                contract.root(),
                new SplittableRandom(SEED),
                scenario.journey().steps().stream().map(Journey.Step::name).toList());
        try (StackServer stack = StackServer.start(scenario, StackOptions.onPort(0));
                RawCaller caller = new RawCaller(stack.port())) {
            String before = "none";
            for (int i = 0; i < REQUESTS; i++) {
                FuzzedRequest request = maker.next();
                judge("seed " + SEED + ", request " + i + ": " + request + ", after " + before, caller.send(request));
                before = request.toString();
            }
            System.out.println("seed " + SEED + ", " + REQUESTS + " requests: " + counts);
            assertThat(answeredWell)
                    .as("operations that were answered 200, but those that need a token that is not to be guessed")
                    .hasSize(maker.operations().size() - TOKENED);
            nothingBroke(new Caller(stack));
        }
    }

    private void judge(String what, Optional<Contract.Seen> answer) {
        counts.merge(answer.map(seen -> Integer.toString(seen.status())).orElse("closed"), 1, Integer::sum);
        assertThat(answer).as(what).isPresent();
        Contract.Seen seen = answer.orElseThrow();
        assertThat(contract.faults(seen)).as(what).isEmpty();
        if (seen.status() == 503) {
            assertThat(seen.path()).as(what).startsWith("/health/ready");
            return;
        }
        assertThat(seen.status())
                .as(what)
                .isIn(200, 400, 402, 403, 404, 405, 409, 410, 413, 414, 415, 417, 422, 431, 502);
        if (seen.status() == 200) {
            contract.operation(seen.method(), seen.path()).ifPresent(answeredWell::add);
        }
    }

    private static void nothingBroke(Caller caller) {
        assertThat(caller.health().getInteger("faults"))
                .as(caller.health().getString("lastFault"))
                .isZero();
        assertThat(caller.health().getInteger("keptBodiesBytes")).isZero();
        assertThat(caller.audit().getInteger("lost")).isZero();
        assertThat(caller.audit().getInteger("duplicated")).isZero();
    }
}
