package id.tenggat.recording;

/** Why an attempt got no connection. */
public enum ConnectFailure {
    /** This machine has no local port left. */
    NO_PORT,
    /** This process may open no more files. */
    NO_FILE,
    /** The target's machine turns connections down. */
    REFUSED,
    /** The target did not answer in time. */
    UNANSWERED,
    /** Anything else. */
    OTHER
}
