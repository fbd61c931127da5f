package id.tenggat.stack;

import id.tenggat.scenario.Replay.Players;
import id.tenggat.scenario.Stack;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Objects;

/**
 * Whoever plays a stack's third parties, and how the stack comes to them.
 *
 * @param wireMock the one that was started for it, if any
 */
record ThirdPartyHost(
        Stack stack, PlayedBy playedBy, @Nullable WireMockHost wireMock) implements AutoCloseable {

    private static final int CONNECT_MS_MAX = 5_000;

    /**
     * Starts WireMock if it is to play.
     *
     * @throws ThirdPartiesUnavailableException if there are any, and nobody listens where they are said to be
     */
    static ThirdPartyHost start(Stack stack, PlayedBy playedBy) {
        if (playedBy instanceof PlayedBy.Theirs theirs && isNeeded(stack)) {
            requireListening(theirs);
        }
        boolean isStarted = playedBy.equals(new PlayedBy.Ours(Players.WIREMOCK)) && isNeeded(stack);
        return new ThirdPartyHost(stack, playedBy, isStarted ? WireMockHost.start(stack) : null);
    }

    private static boolean isNeeded(Stack stack) {
        return !stack.thirdParties().isEmpty();
    }

    private static void requireListening(PlayedBy.Theirs theirs) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), theirs.port()), CONNECT_MS_MAX);
        } catch (IOException e) {
            throw new ThirdPartiesUnavailableException(theirs.words(), String.valueOf(e.getMessage()));
        }
    }

    /** In words, as on the command line; empty if there are no third parties. */
    String words() {
        return isNeeded(stack) ? playedBy.words() : "";
    }

    /** The way to the third parties for callers on one event loop, who share its connections. */
    Way on(Vertx vertx) {
        if (!isNeeded(stack)) {
            return callers -> (call, caller) -> {
                throw new IllegalStateException("the scenario has no third parties, yet one is called: " + call);
            };
        } else if (playedBy.equals(new PlayedBy.Ours(Players.IN_PROCESS))) {
            return callers -> new InProcessThirdParties(callers.fidelity());
        }
        HttpLine line = new HttpLine(vertx, stack, port());
        return callers -> called(line, callers);
    }

    /** Third parties of the user's own keep their own times, whatever their callers ask for. */
    private ThirdParties called(HttpLine line, Callers callers) {
        boolean isOurs = playedBy instanceof PlayedBy.Ours;
        OpenCall.Playing playing = isOurs ? OpenCall.Playing.AS_DRAWN : OpenCall.Playing.AS_IT_COMES;
        return new HttpThirdParties(
                isOurs ? callers.stack() : stack,
                line,
                callers.callbacks(),
                new OpenCall.Tools(callers.fidelity(), callers.faults(), playing));
    }

    /** How callers come to the third parties. */
    interface Way {
        ThirdParties of(Callers callers);
    }

    /**
     * Those who call.
     *
     * @param stack how their third parties answer
     * @param callbacks where third parties call back
     * @param fidelity told how late the answers are
     * @param faults told what is not as it was drawn
     */
    record Callers(Stack stack, Callbacks callbacks, Fidelity fidelity, Faults faults) {}

    private int port() {
        return playedBy instanceof PlayedBy.Theirs theirs
                ? theirs.port()
                : Objects.requireNonNull(wireMock).port();
    }

    @Override
    public void close() {
        if (wireMock != null) {
            wireMock.close();
        }
    }
}
