package id.tenggat.replay;

/** How a call ended, as the client can know it. */
public sealed interface Reply permits Answer, Reply.TimedOut, Reply.Refused, Reply.Broken {
    /** No complete answer within the request timeout; the connection was closed by the client. */
    record TimedOut() implements Reply {}

    /** Not a byte was written: no connection could be opened. The server has not seen the call. */
    record Refused() implements Reply {}

    /** Written, then the connection ended without a complete answer. The server may have done the work. */
    record Broken() implements Reply {}
}
