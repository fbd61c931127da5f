package id.tenggat.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What a live replay does when nothing else is asked for.
 *
 * @param slice what it plays
 * @param thirdParties who plays the third parties; empty leaves it to the replay
 * @param wire how its clients speak
 * @param abortWhen when it stops by itself
 */
public record Replay(Slice slice, Optional<Players> thirdParties, Wire wire, List<AbortRule> abortWhen) {

    public Replay {
        abortWhen = List.copyOf(abortWhen);
    }

    /** Who plays the third parties of a live stack. */
    public enum Players {
        /** WireMock, over HTTP. */
        WIREMOCK("wiremock"),
        /** Timers of the stack: the same delays and faults, without HTTP. */
        IN_PROCESS("in-process");

        private final String word;

        Players(String word) {
            this.word = word;
        }

        /** The word in scenario files and on the command line. */
        public String word() {
            return word;
        }
    }

    /** A replay of this slice. */
    public static Replay of(Slice slice) {
        return new Replay(slice, Optional.empty(), Wire.ORDINARY, List.of());
    }
}
