package id.tenggat.stack;

import id.tenggat.ledger.Entry;
import id.tenggat.policy.Itinerary;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Journey.Action;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** {@code POST /journey/{applicant}/{step}}: one attempt of one step, in a run or in its rehearsal. */
final class JourneyRoute {

    static final String ATTEMPT_HEADER = "Tenggat-Attempt";

    /** Answers that may wait for the ledger; a stamped document waits with each. */
    private static final int OPEN_ENTRIES_MAX = 20_000;

    private static final int ATTEMPT_MAX = Itinerary.attemptKey(Clients.MAX_VISITS - 1, Clients.MAX_ATTEMPTS - 1);

    /**
     * What it works with.
     *
     * @param runs asked anew by each request
     */
    record Tools(Vertx vertx, Supplier<StackRuns> runs, StampingDesk desk, BodyBudget budget, Faults faults) {}

    private final Tools tools;
    private final Steps steps;
    private final int applicants;
    private final RoomRoutes rooms;

    JourneyRoute(Tools tools, Steps steps, int applicants) {
        this.tools = tools;
        this.steps = steps;
        this.applicants = applicants;
        this.rooms = new RoomRoutes(tools.runs(), tools.budget());
    }

    /** The waiting rooms before its stations. */
    RoomRoutes rooms() {
        return rooms;
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
        if (key.isEmpty() && tools.runs().get().current().ledger().needsKey(step)) {
            throw IdempotencyKey.missing(steps.get(step).name());
        }
        return key;
    }

    private void receive(HttpServerRequest request, Entry entry, int attemptKey) {
        BodyReader.Terms terms = steps.terms(entry.step(), tools.budget());
        BodyReader.read(request, terms, body -> {
            StackRun run = tools.runs().get().current();
            run.time().happens(() -> enter(request, run, new Posted(entry, attemptKey, body)));
        });
    }

    private void enter(HttpServerRequest request, StackRun run, Posted posted) {
        Entrance entrance = entrance(run, posted.entry(), request.getHeader(RoomRoutes.TOKEN_HEADER));
        if (entrance instanceof Entrance.Denied denied) {
            posted.body().release();
            Replies.problem(request.response(), denied.problem());
        } else if (entrance instanceof Entrance.Waits place) {
            posted.body().release();
            RoomRoutes.waits(request.response(), place);
        } else {
            arrive(request, run, attempt(request, run, posted), entrance);
        }
    }

    /** What was posted. */
    private record Posted(Entry entry, int attemptKey, PostedBody body) {}

    private Entrance entrance(StackRun run, Entry entry, @Nullable String token) {
        return tools.runs().get().archive().open() >= OPEN_ENTRIES_MAX
                ? new Entrance.Denied(Problem.ledgerBehind())
                : run.entrance(entry, token);
    }

    private Attempt attempt(HttpServerRequest request, StackRun run, Posted posted) {
        Entry entry = posted.entry();
        Attempt.Job job = job(new LedgerDesk(run, posted.attemptKey(), tools.faults()), entry, posted.body());
        return new Attempt(
                entry.applicant(), entry.step(), posted.attemptKey(), job, new Exchange(tools.vertx(), request));
    }

    private void arrive(HttpServerRequest request, StackRun run, Attempt attempt, Entrance entrance) {
        LiveStation station = run.stationOf(steps.get(attempt.step()));
        Ticket ticket = entrance instanceof Entrance.Full ? station.refuse(attempt) : station.arrive(attempt);
        if (ticket.place != Ticket.Place.GONE) {
            request.response().closeHandler(closed -> run.time().happens(() -> station.clientLeft(ticket)));
        }
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
