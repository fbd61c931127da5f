package id.tenggat.stack;

import id.tenggat.scenario.Replay.Players;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Who plays a stack's third parties. */
public sealed interface PlayedBy {

    /** One of ours, as the scenario's draws tell. */
    record Ours(Players players) implements PlayedBy {}

    /**
     * A WireMock of the user's own on 127.0.0.1: whatever it answers is what happens.
     *
     * @param port 1 to 65535
     */
    record Theirs(int port) implements PlayedBy {}

    /**
     * Reads {@code wiremock}, {@code in-process} or {@code http://127.0.0.1:PORT}.
     *
     * @throws IllegalArgumentException if it is nothing of that kind
     */
    static PlayedBy parse(String text) {
        for (Players players : Players.values()) {
            if (players.word().equals(text)) {
                return new Ours(players);
            }
        }
        return new Theirs(port(text));
    }

    private static int port(String text) {
        try {
            URI uri = new URI(text);
            boolean isOrigin = "http".equals(uri.getScheme())
                    && Set.of(WireMockHost.LOOPBACK, "localhost").contains(String.valueOf(uri.getHost()))
                    && Set.of("", "/").contains(uri.getRawPath())
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (isOrigin && uri.getPort() >= 1 && uri.getPort() <= 65_535) {
                return uri.getPort();
            }
        } catch (URISyntaxException e) {
            // Refused as all else.
        }
        throw new IllegalArgumentException(
                "third parties are played by wiremock, in-process or http://127.0.0.1:PORT, found " + text);
    }

    /** As {@link #parse} reads it. */
    default String words() {
        return this instanceof Theirs theirs
                ? "http://" + WireMockHost.LOOPBACK + ":" + theirs.port()
                : ((Ours) this).players().word();
    }
}
