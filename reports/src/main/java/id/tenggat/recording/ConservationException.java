package id.tenggat.recording;

/** What an engine told does not add up: somebody or something was lost or counted twice. Always a fault of the engine. */
public final class ConservationException extends RuntimeException {

    /** Tells which law, and by how much. */
    public ConservationException(String law) {
        super("conservation is broken: " + law);
    }
}
