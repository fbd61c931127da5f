package id.tenggat.replay;

import id.tenggat.policy.Itinerary;
import id.tenggat.scenario.Journey;

import java.util.List;
import java.util.Map;

/** The HTTP requests of a journey's steps, as the stack takes them. */
final class Requests {

    /** Of an answer: wait in a room, under this token. Of a request: let in by it. */
    static final String WAITING_TOKEN = "Tenggat-Waiting-Token";

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String ATTEMPT = "Tenggat-Attempt";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final byte[] NOTHING = {};

    private final List<Journey.Step> steps;
    private final List<Payload> payloads;
    private final String journeyBase;
    private final String roomBase;

    /** @param base what their URLs begin with */
    Requests(String base, Journey journey, List<Payload> payloads) {
        steps = journey.steps();
        this.payloads = payloads;
        journeyBase = base + "/journey/";
        roomBase = base + "/waiting-room/";
    }

    /** The attempt that is due for an applicant. */
    Call of(Itinerary at) {
        return of(
                at,
                Map.of(
                        CONTENT_TYPE,
                        payloads.get(at.step()).contentType(),
                        ATTEMPT,
                        Integer.toString(at.attemptKey()),
                        IDEMPOTENCY_KEY,
                        key(at)));
    }

    /** The same, of whoever was let in from a waiting room by this token. */
    Call of(Itinerary at, String token) {
        return of(
                at,
                Map.of(
                        CONTENT_TYPE,
                        payloads.get(at.step()).contentType(),
                        ATTEMPT,
                        Integer.toString(at.attemptKey()),
                        IDEMPOTENCY_KEY,
                        key(at),
                        WAITING_TOKEN,
                        token));
    }

    /** The same at every attempt of a step, so that it is done once. */
    private static String key(Itinerary at) {
        return at.applicant() + "-" + at.step();
    }

    private Call of(Itinerary at, Map<String, String> headers) {
        String name = steps.get(at.step()).name();
        String url = journeyBase + at.applicant() + "/" + name;
        return Call.post(name, url, headers, payloads.get(at.step()).bytes());
    }

    /** Whoever waits in a room looks whether it is let in. */
    Call look(String token) {
        return Call.post("waiting-room", roomBase + token, Map.of(), NOTHING);
    }

    /** Whoever waits in a room has had enough. */
    Call leave(String token) {
        return Call.post("waiting-room", roomBase + token + "/leave", Map.of(), NOTHING);
    }
}
