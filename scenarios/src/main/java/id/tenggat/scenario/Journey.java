package id.tenggat.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an applicant must do, in order. */
public record Journey(List<Step> steps) {

    /** The most steps that a journey may have: what is done is kept as the bits of an int. */
    public static final int MAX_STEPS = 30;

    /**
     * One step: one request, repeated until served.
     *
     * @param name its name in objectives and reports
     * @param action what the step means to the ledger
     * @param station index of the station that serves it, in {@link Stack#stations()}
     * @param think time between the answer to the step before (or the arrival) and this step's first attempt
     * @param payloadBytes size of the request's body
     */
    public record Step(String name, Action action, int station, Distribution think, int payloadBytes) {
        public Step {
            Require.that(
                    name.matches("[a-z0-9][a-z0-9-]{0,31}"),
                    "a step's name must be lower-case letters, digits and dashes",
                    name);
            Require.that(
                    payloadBytes >= 0 && payloadBytes <= 16 * 1024 * 1024,
                    "payload must be at most 16 MiB",
                    payloadBytes + "B");
        }
    }

    /** What a step means to the ledger of quota, serials and submissions. */
    public enum Action {
        /** Nothing that the ledger keeps. */
        REQUEST("request"),
        /** Opens the applicant's account. */
        SIGN_UP("sign-up"),
        /** Proves who the applicant is. */
        VERIFY("verify"),
        /** Hands in documents. */
        UPLOAD("upload"),
        /** Orders one stamp of quota for each stamping step of the journey. */
        BUY_QUOTA("buy-quota"),
        /** Pays the order: from here on the stamps are owed. */
        PAY("pay"),
        /** Issues a serial, uses up one stamp of quota, returns the stamped document. */
        STAMP("stamp"),
        /** Hands in the registration. */
        SUBMIT("submit");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        /** The word in scenario files. */
        public String word() {
            return word;
        }
    }

    public Journey {
        steps = List.copyOf(steps);
        Require.that(!steps.isEmpty(), "a journey must have at least one step", 0);
        Require.that(steps.size() <= MAX_STEPS, "a journey may have at most " + MAX_STEPS + " steps", steps.size());
        Set<String> names = new HashSet<>();
        for (Step step : steps) {
            Require.that(names.add(step.name()), "a step's name must be used once", step.name());
        }
    }

    /** How many stamps each applicant needs. */
    public int stamps() {
        return Integer.bitCount(steps(Action.STAMP));
    }

    /** The steps of this action: bit i is set if step i is one of them. */
    public int steps(Action action) {
        int bits = 0;
        for (int step = 0; step < steps.size(); step++) {
            bits |= steps.get(step).action() == action ? 1 << step : 0;
        }
        return bits;
    }
}
