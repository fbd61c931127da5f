package id.tenggat.stack;

import id.tenggat.policy.DrawnCall;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Scenario;
import id.tenggat.stamping.SerialNumber;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

import java.util.List;

/**
 * {@code POST /warm-up/{step}}: the real work of a step, and calls of its third parties that answer at once, without station
 * and ledger; so that a run measures warm machines.
 */
final class WarmUpRoute {

    /** Far above what any ledger issues. */
    private static final long FIRST_SEQUENCE = 9_000_000_000_000_000_000L;

    /** What it works with. */
    record Tools(Scenario scenario, StampingDesk desk, BodyBudget budget, ThirdParties thirdParties, EngineTime time) {}

    private final Tools tools;
    private final Steps steps;
    private long sequence = FIRST_SEQUENCE;

    WarmUpRoute(Tools tools, Steps steps) {
        this.tools = tools;
        this.steps = steps;
    }

    void handle(HttpServerRequest request, String stepName) {
        int index = steps.indexOf(stepName);
        if (index < 0) {
            Replies.problem(request.response(), steps.unknown(stepName));
            return;
        }
        Journey.Step step = steps.get(index);
        BodyReader.read(
                request,
                steps.terms(index, tools.budget()),
                body -> callThen(thirdParties(step), 0, () -> work(request, step, body)));
    }

    private List<Integer> thirdParties(Journey.Step step) {
        return tools.scenario().stack().stations().get(step.station()).thirdParties();
    }

    private void callThen(List<Integer> thirdParties, int next, Runnable then) {
        if (next == thirdParties.size()) {
            then.run();
        } else {
            tools.thirdParties()
                    .call(
                            new ThirdParties.Call(thirdParties.get(next), DrawnCall.IMMEDIATE, tools.time()),
                            well -> callThen(thirdParties, next + 1, then));
        }
    }

    private void work(HttpServerRequest request, Journey.Step step, PostedBody body) {
        if (step.action() == Action.STAMP) {
            tools.desk().stamp(body.bytes(), new SerialNumber(sequence++), answer -> {
                body.release();
                reply(request, answer);
            });
        } else {
            Replies.json(
                    request.response(),
                    new JsonObject().put("step", step.name()).put("warmUp", true));
        }
    }

    private static void reply(HttpServerRequest request, Answer answer) {
        if (answer instanceof Answer.Stamped stamped) {
            Replies.pdf(request.response(), stamped);
        } else if (answer instanceof Answer.Denied denied) {
            Replies.problem(request.response(), denied.problem());
        }
    }
}
