package id.tenggat.stack;

import id.tenggat.scenario.Journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The journey's steps by the names in paths. */
final class Steps {

    private static final int SHOWN_MAX = 40;

    private final List<Journey.Step> steps;
    private final Map<String, Integer> indices = new HashMap<>();

    Steps(Journey journey) {
        steps = journey.steps();
        for (int i = 0; i < steps.size(); i++) {
            indices.put(steps.get(i).name(), i);
        }
    }

    /** The index of the step of this name, or −1. */
    int indexOf(String name) {
        return indices.getOrDefault(name, -1);
    }

    Journey.Step get(int index) {
        return steps.get(index);
    }

    /** What the body of a step's request must be, and what becomes of it. */
    BodyReader.Terms terms(int index, BodyBudget budget) {
        return switch (steps.get(index).action()) {
            case STAMP -> terms(BodyForm.DOCUMENT, PostedBody.Fate.KEPT, budget);
            case UPLOAD -> terms(BodyForm.UPLOAD, PostedBody.Fate.ONLY_COUNTED, budget);
            case REQUEST, SIGN_UP, VERIFY, BUY_QUOTA, PAY, SUBMIT ->
                terms(BodyForm.OBJECT, PostedBody.Fate.ONLY_COUNTED, budget);
        };
    }

    private static BodyReader.Terms terms(BodyForm form, PostedBody.Fate fate, BodyBudget budget) {
        return new BodyReader.Terms(form, fate, StampingDesk.SIZE_BYTES_MAX, budget);
    }

    Problem unknown(String name) {
        List<String> names = steps.stream().map(Journey.Step::name).toList();
        return Problem.notFound(
                "the journey has no step " + shown(name) + "; its steps are " + String.join(", ", names));
    }

    /** What somebody sent, short enough to be shown. */
    static String shown(String text) {
        return "'" + (text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "..." : text) + "'";
    }
}
