package id.tenggat.ledger;

/** A ledger can't be opened or kept; the message names its place, the cause and the way out. */
public final class LedgerException extends Exception {

    private static final long serialVersionUID = 1L;

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }

    LedgerException(String message) {
        super(message);
    }
}
