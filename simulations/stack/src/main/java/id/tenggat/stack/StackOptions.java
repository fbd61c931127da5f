package id.tenggat.stack;

import id.tenggat.ledger.LedgerPlace;
import id.tenggat.scenario.Replay.Players;

/**
 * How a stack is started.
 *
 * @param port the port on 127.0.0.1, 0 to 65535; 0 takes any that is free
 * @param stampingThreads threads that stamp documents, 1 to 64
 * @param keptBodiesBytes bytes of posted documents that may wait in memory at once, 1 or more
 * @param ledger where the ledger is kept
 * @param thirdParties who plays the third parties
 * @param http what clients may ask of the HTTP server
 */
public record StackOptions(
        int port,
        int stampingThreads,
        long keptBodiesBytes,
        LedgerPlace ledger,
        PlayedBy thirdParties,
        HttpLimits http) {

    private static final int STAMPING_THREADS_MAX = 64;

    /**
     * @throws IllegalArgumentException if a value is out of range
     */
    public StackOptions {
        require(port >= 0 && port <= 65_535, "port must lie between 0 and 65535", port);
        require(
                stampingThreads >= 1 && stampingThreads <= STAMPING_THREADS_MAX,
                "stampingThreads must lie between 1 and " + STAMPING_THREADS_MAX,
                stampingThreads);
        require(keptBodiesBytes >= 1, "keptBodiesBytes must be 1 or more", keptBodiesBytes);
    }

    /** The same with third parties that somebody else plays. */
    public StackOptions withThirdParties(PlayedBy others) {
        return new StackOptions(port, stampingThreads, keptBodiesBytes, ledger, others, http);
    }

    /**
     * On this port, with a stamping thread for each processor, a quarter of the heap for bodies, a ledger that lasts as long
     * as its process, and third parties that WireMock plays.
     */
    public static StackOptions onPort(int port) {
        Runtime machine = Runtime.getRuntime();
        return new StackOptions(
                port,
                Math.min(STAMPING_THREADS_MAX, machine.availableProcessors()),
                machine.maxMemory() / 4,
                LedgerPlace.memory(),
                new PlayedBy.Ours(Players.WIREMOCK),
                HttpLimits.USUAL);
    }

    /** The same with another ledger. */
    public StackOptions withLedger(LedgerPlace place) {
        return new StackOptions(port, stampingThreads, keptBodiesBytes, place, thirdParties, http);
    }

    /** The same with other limits of HTTP. */
    public StackOptions withHttp(HttpLimits limits) {
        return new StackOptions(port, stampingThreads, keptBodiesBytes, ledger, thirdParties, limits);
    }

    private static void require(boolean holds, String rule, long found) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", found " + found);
        }
    }
}
