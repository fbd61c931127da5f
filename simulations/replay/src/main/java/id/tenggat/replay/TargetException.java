package id.tenggat.replay;

/** The target of a replay is refused, or is not what a replay can play against. The message is made for people. */
public final class TargetException extends RuntimeException {

    TargetException(String message) {
        super(message, null, false, false);
    }
}
