package id.tenggat.replay;

import java.util.Optional;

/**
 * How far a replay is.
 *
 * @param nowNs engine time
 * @param inside applicants under way
 * @param ended applicants whose journey has ended
 * @param sent attempts sent whose fate is known
 * @param behind that the injector is late, and most likely why; empty if it is not, or if it was said a moment ago
 */
public record Progress(long nowNs, long inside, long ended, long sent, Optional<String> behind) {

    Progress withBehind(Optional<String> words) {
        return new Progress(nowNs, inside, ended, sent, words);
    }
}
