package id.tenggat.scenario.read;

/**
 * What is wrong at one place.
 *
 * @param found what was found there, as a clause: {@code unknown key "worker"}
 * @param allowed what may stand there instead; empty if the first clause says it
 * @param instead the nearest thing that may stand there; empty if nothing is near
 */
public record Mistake(String found, String allowed, String instead) {

    /** A mistake that explains itself. */
    static Mistake of(String found) {
        return new Mistake(found, "", "");
    }

    /** A mistake with what may stand there. */
    static Mistake of(String found, String allowed) {
        return new Mistake(found, allowed, "");
    }

    /** The lines below the caret: what may stand there, and the nearest. Each begins with a line break. */
    String advice() {
        return (allowed.isEmpty() ? "" : "\n  here may stand: " + allowed)
                + (instead.isEmpty() ? "" : "\n  did you mean \"" + instead + "\"?");
    }
}
