package id.tenggat.replay;

import id.tenggat.policy.Itinerary;
import id.tenggat.scenario.Journey;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** The HTTP requests of a journey's steps, as the stack takes them. */
final class Requests {

    private static final String CONTENT_TYPE = "Content-Type";

    private final List<Journey.Step> steps;
    private final List<Payload> payloads;
    private final String journeyBase;
    private final String warmUpBase;

    Requests(URI target, Journey journey, List<Payload> payloads) {
        steps = journey.steps();
        this.payloads = payloads;
        journeyBase = target + "/journey/";
        warmUpBase = target + "/warm-up/";
    }

    int steps() {
        return steps.size();
    }

    /** The attempt that is due for an applicant. */
    Call of(Itinerary at) {
        String name = steps.get(at.step()).name();
        return new Call(
                name,
                journeyBase + at.applicant() + "/" + name,
                Map.of(
                        CONTENT_TYPE,
                        payloads.get(at.step()).contentType(),
                        "Tenggat-Attempt",
                        Integer.toString(at.attemptKey()),
                        "Idempotency-Key",
                        at.applicant() + "-" + at.step()),
                payloads.get(at.step()).bytes());
    }

    /** A request that does the same work, but belongs to nobody. */
    Call warmUp(int step) {
        String name = steps.get(step).name();
        return new Call(
                "warm-up",
                warmUpBase + name,
                Map.of(CONTENT_TYPE, payloads.get(step).contentType()),
                payloads.get(step).bytes());
    }
}
