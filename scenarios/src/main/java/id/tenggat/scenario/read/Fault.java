package id.tenggat.scenario.read;

/** One thing that is wrong with a scenario. Printed, it is what a person gets to see. */
public record Fault(Kind kind, Place place, Mistake mistake) {

    /** Which rule was broken. */
    public enum Kind {
        /** The file can't be read at all. */
        FILE,
        /** The file is not the plain YAML, or the table, that it must be. */
        SYNTAX,
        /** A key, a type, a unit, a word or a bound: what the JSON Schema checks too. */
        STRUCTURE,
        /** Well-formed but impossible: the order of instants, a station that isn't there. Beyond the schema. */
        MEANING
    }

    /** Several lines: the place and what was found; the line and a caret; what may stand there. No final line break. */
    @Override
    public String toString() {
        return place + ": " + mistake.found() + place.drawing() + mistake.advice();
    }
}
