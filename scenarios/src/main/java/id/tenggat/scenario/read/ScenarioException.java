package id.tenggat.scenario.read;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario that can't be read, with everything that is wrong with it. The message is made for people. */
public final class ScenarioException extends RuntimeException {

    /** Beyond this many, faults are counted and no longer printed. */
    private static final int PRINTED = 20;

    /** Reading stops at this many. */
    static final int MOST = 1000;

    private final transient List<Fault> faults;

    ScenarioException(List<Fault> faults) {
        super(null, null, false, false);
        this.faults = List.copyOf(faults);
    }

    /** Every fault, in the order of the file; at least one. */
    public List<Fault> faults() {
        return faults;
    }

    /** Every fault with its place, line, caret and advice; beyond twenty only their number. */
    @Override
    public String getMessage() {
        return printed(faults);
    }

    private static String printed(List<Fault> faults) {
        String text = faults.stream().limit(PRINTED).map(Fault::toString).collect(Collectors.joining("\n\n"));
        if (faults.size() == 1) {
            return text;
        }
        String rest = faults.size() > PRINTED ? ", of which the first " + PRINTED + " are shown" : "";
        String least = faults.size() >= MOST ? "at least " : "";
        return text + "\n\n" + least + faults.size() + " faults" + rest;
    }
}
