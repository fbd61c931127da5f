package id.tenggat.stack;

/** The stack can't listen on the wanted port; the message names the port, the cause and the way out. */
public final class PortUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int port;

    /**
     * @param cause what the operating system says
     */
    PortUnavailableException(int port, String cause) {
        super("port %d on 127.0.0.1 %s (0 takes any that is free)"
                .formatted(
                        port,
                        cause.contains("already in use")
                                ? "is in use: stop what listens there, or choose another port"
                                : "can't be listened on (" + cause + "): choose another port"));
        this.port = port;
    }

    /** The port that was wanted. */
    public int port() {
        return port;
    }
}
