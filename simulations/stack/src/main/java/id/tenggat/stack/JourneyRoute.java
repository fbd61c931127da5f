package id.tenggat.stack;

import id.tenggat.ledger.Entry;
import id.tenggat.ledger.Refusal;
import id.tenggat.policy.Itinerary;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Journey.Action;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** {@code POST /journey/{applicant}/{step}}: one attempt of one step. */
final class JourneyRoute {

    static final String ATTEMPT_HEADER = "Tenggat-Attempt";

    private static final int ATTEMPT_MAX = Itinerary.attemptKey(Clients.MAX_VISITS - 1, Clients.MAX_ATTEMPTS - 1);

    /** What it works with. */
    record Tools(Vertx vertx, StackRuns runs, StampingDesk desk, BodyBudget budget, Faults faults) {}

    private final Tools tools;
    private final Steps steps;
    private final int applicants;

    JourneyRoute(Tools tools, Steps steps, int applicants) {
        this.tools = tools;
        this.steps = steps;
        this.applicants = applicants;
    }

    /** Answers a request for this applicant and step as they stand in its path. */
    void handle(HttpServerRequest request, String applicantText, String stepName) {
        int step = steps.indexOf(stepName);
        if (step < 0) {
            Replies.problem(request.response(), steps.unknown(stepName));
            return;
        }
        try {
            int applicant = whole("applicant", applicantText, applicants - 1);
            int attemptKey = whole("the header " + ATTEMPT_HEADER, request.getHeader(ATTEMPT_HEADER), ATTEMPT_MAX);
            receive(request, new Entry(applicant, step, key(request, step)), attemptKey);
        } catch (MalformedException e) {
            Replies.problem(request.response(), e.problem());
        }
    }

    private String key(HttpServerRequest request, int step) throws MalformedException {
        String key = IdempotencyKey.of(request);
        if (key.isEmpty() && tools.runs().current().ledger().needsKey(step)) {
            throw IdempotencyKey.missing(steps.get(step).name());
        }
        return key;
    }

    private void receive(HttpServerRequest request, Entry entry, int attemptKey) {
        BodyReader.Terms terms = steps.terms(entry.step(), tools.budget());
        BodyReader.read(request, terms, body -> enter(request, entry, attemptKey, body));
    }

    private void enter(HttpServerRequest request, Entry entry, int attemptKey, PostedBody body) {
        StackRun run = tools.runs().current();
        Optional<Problem> problem = problem(run, entry);
        if (problem.isPresent()) {
            body.release();
            Replies.problem(request.response(), problem.get());
            return;
        }
        Attempt attempt = new Attempt(
                entry.applicant(),
                entry.step(),
                attemptKey,
                job(new LedgerDesk(run, attemptKey, tools.faults()), entry, body),
                new Exchange(tools.vertx(), request));
        LiveStation station = run.stationOf(steps.get(entry.step()));
        Ticket ticket = station.arrive(attempt);
        if (ticket.place != Ticket.Place.GONE) {
            request.response().closeHandler(closed -> station.clientLeft(ticket));
        }
    }

    /** Why a request does not even come to its station's door. */
    private Optional<Problem> problem(StackRun run, Entry entry) {
        return run.isOpen()
                ? run.ledger().refuses(entry).map(this::problem)
                : Optional.of(Problem.closed(run.closes().toString()));
    }

    private Problem problem(Refusal refusal) {
        if (refusal instanceof Refusal.OutOfOrder early) {
            return Problem.outOfOrder(steps.get(early.missingStep()).name());
        } else if (refusal instanceof Refusal.KeyReused reused) {
            return Problem.keyReused(steps.get(reused.ofStep()).name());
        }
        return Problem.otherKey();
    }

    private Attempt.Job job(LedgerDesk ledger, Entry entry, PostedBody body) {
        return steps.get(entry.step()).action() == Action.STAMP
                ? new StampJob(entry, body, new StampJob.Tools(ledger, tools.desk()))
                : new PlainJob(entry, ledger);
    }

    private static int whole(String name, @Nullable String text, int atMost) throws MalformedException {
        String rule = name + " must be a whole number from 0 to " + atMost + ", found ";
        if (text == null) {
            throw new MalformedException(rule + "none");
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 0 && value <= atMost) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new MalformedException(rule + Steps.shown(text));
        }
        throw new MalformedException(rule + Steps.shown(text));
    }
}
