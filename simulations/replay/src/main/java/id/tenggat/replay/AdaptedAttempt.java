package id.tenggat.replay;

import id.tenggat.adapter.Capture;
import id.tenggat.adapter.Request;
import id.tenggat.adapter.Template;
import id.tenggat.adapter.Wait;
import id.tenggat.policy.Itinerary;
import id.tenggat.recording.Fate;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One attempt at a step by an adapter: its requests one after the other, with waits between them. */
final class AdaptedAttempt implements Dialogue {

    private final AdaptedClient client;
    private final List<Request> requests;
    private final CallWriter writer;
    private int next;
    private long nextDueNs;
    /** The wait that goes on; null if none does. */
    private @Nullable Waiting waiting;
    /** The headers by which a client who has waited proves it. */
    private Map<String, Template> pass = Map.of();

    AdaptedAttempt(AdaptedSystem system, AdaptedClient client, Itinerary at) {
        this.client = client;
        requests = system.adapter().steps().get(at.step());
        writer = new CallWriter(system, at.step(), client.values(at));
        nextDueNs = at.dueNs();
    }

    @Override
    public Call call() {
        return waiting == null
                ? writer.call(requests.get(next).call(), pass)
                : writer.poll(waiting.rules().poll().call());
    }

    @Override
    public long nextDueNs() {
        return nextDueNs;
    }

    @Override
    public Optional<Outcome> hear(Reply reply, Journal.Stamps stamps) {
        if (!(reply instanceof Answer answer)) {
            return Optional.of(Outcome.withoutAnswer(reply, stamps.doneNs()));
        }
        Heard heard = new Heard(answer);
        return waiting == null ? answered(heard, stamps) : polled(waiting, heard, stamps);
    }

    private Optional<Outcome> answered(Heard heard, Journal.Stamps stamps) {
        Request request = requests.get(next);
        Optional<Wait> wait = request.waiting().filter(rules -> heard.looksLike(rules.when()));
        if (wait.isPresent()) {
            return waits(wait.get(), heard, stamps);
        }
        if (heard.looksLike(request.verdict().rejection())) {
            return Optional.of(heard.rejected(stamps.doneNs()));
        }
        boolean isSuccess = heard.looksLike(request.verdict().success()) && keeps(request.captures(), heard);
        return isSuccess ? served(stamps) : failed(stamps);
    }

    private Optional<Outcome> waits(Wait rules, Heard heard, Journal.Stamps stamps) {
        if (!keeps(rules.captures(), heard)) {
            return failed(stamps);
        }
        waiting = new Waiting(rules, stamps.doneNs());
        nextDueNs = waiting.nextPollNs(stamps.doneNs());
        return Optional.empty();
    }

    private Optional<Outcome> polled(Waiting wait, Heard heard, Journal.Stamps stamps) {
        if (heard.looksLike(wait.rules().poll().until())) {
            return letIn(wait, heard, stamps);
        }
        if (heard.looksLike(requests.get(next).verdict().rejection())) {
            return Optional.of(heard.rejected(stamps.doneNs()));
        }
        if (!heard.isSuccessful()) {
            return failed(stamps);
        }
        if (wait.isOver(stamps.dueNs())) {
            return Optional.of(Outcome.of(Fate.TIMED_OUT, stamps.sentNs()));
        }
        nextDueNs = wait.nextPollNs(stamps.doneNs());
        return Optional.empty();
    }

    private Optional<Outcome> letIn(Waiting wait, Heard heard, Journal.Stamps stamps) {
        if (!keeps(wait.rules().poll().captures(), heard)) {
            return failed(stamps);
        }
        waiting = null;
        if (wait.rules().then() instanceof Wait.Repeat repeat) {
            pass = repeat.headers();
            nextDueNs = stamps.doneNs();
            return Optional.empty();
        }
        return keeps(requests.get(next).captures(), heard) ? served(stamps) : failed(stamps);
    }

    /** What is to be kept of an answer; false if something of it is not there. */
    private boolean keeps(Map<String, Capture> captures, Heard heard) {
        Optional<Map<String, String>> found = heard.captured(captures);
        found.ifPresent(client::keep);
        return found.isPresent();
    }

    private Optional<Outcome> served(Journal.Stamps stamps) {
        pass = Map.of();
        next++;
        nextDueNs = stamps.doneNs();
        return next < requests.size() ? Optional.empty() : Optional.of(Outcome.of(Fate.SERVED, stamps.doneNs()));
    }

    private static Optional<Outcome> failed(Journal.Stamps stamps) {
        return Optional.of(Outcome.of(Fate.FAILED, stamps.doneNs()));
    }
}
