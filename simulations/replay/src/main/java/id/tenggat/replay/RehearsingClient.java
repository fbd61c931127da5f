package id.tenggat.replay;

import id.tenggat.adapter.Adapter;
import id.tenggat.adapter.Request;
import id.tenggat.policy.Itinerary;
import id.tenggat.recording.Fate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an adapter's requests to whoever does not understand them: their answers are looked at as the adapter says, and every one
 * is good enough. What would have been kept of them is a word of ours.
 */
final class RehearsingClient implements Client {

    private static final String CAPTURED = "rehearsed";

    private final AdaptedSystem system;
    private final AdaptedClient client;

    RehearsingClient(AdaptedSystem system, int applicant) {
        this.system = system;
        client = new AdaptedClient(system, applicant);
        client.keep(captured(system.adapter()));
    }

    private static Map<String, String> captured(Adapter adapter) {
        Map<String, String> values = new HashMap<>();
        for (List<Request> step : adapter.steps()) {
            for (Request request : step) {
                request.captures().keySet().forEach(name -> values.put(name, CAPTURED));
                request.waiting().ifPresent(wait -> {
                    wait.captures().keySet().forEach(name -> values.put(name, CAPTURED));
                    wait.poll().captures().keySet().forEach(name -> values.put(name, CAPTURED));
                });
            }
        }
        return values;
    }

    @Override
    public Dialogue attempt(Itinerary at) {
        return new Rehearsed(
                system.adapter().steps().get(at.step()),
                new CallWriter(system, at.step(), client.values(at)),
                at.dueNs());
    }

    /** One attempt: the requests of a step, one after the other. */
    private static final class Rehearsed implements Dialogue {

        private final List<Request> requests;
        private final CallWriter writer;
        private int next;
        private long nextDueNs;

        Rehearsed(List<Request> requests, CallWriter writer, long dueNs) {
            this.requests = requests;
            this.writer = writer;
            this.nextDueNs = dueNs;
        }

        @Override
        public Call call() {
            return writer.call(requests.get(next).call(), Map.of());
        }

        @Override
        public Optional<Outcome> hear(Reply reply, Journal.Stamps stamps) {
            if (!(reply instanceof Answer answer)) {
                return Optional.of(Outcome.withoutAnswer(reply, stamps.doneNs()));
            }
            var unused = isUnderstood(new Heard(answer), requests.get(next));
            next++;
            nextDueNs = stamps.doneNs();
            return next < requests.size() ? Optional.empty() : Optional.of(Outcome.of(Fate.SERVED, stamps.doneNs()));
        }

        private static boolean isUnderstood(Heard heard, Request request) {
            return !heard.looksLike(request.verdict().rejection())
                    && heard.looksLike(request.verdict().success())
                    && heard.captured(request.captures()).isPresent();
        }

        @Override
        public long nextDueNs() {
            return nextDueNs;
        }
    }
}
