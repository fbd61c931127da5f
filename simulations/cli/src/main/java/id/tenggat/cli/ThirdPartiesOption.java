package id.tenggat.cli;

import id.tenggat.scenario.Replay;
import id.tenggat.scenario.Replay.Players;
import id.tenggat.scenario.Scenario;
import id.tenggat.stack.PlayedBy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;

/** Who plays a stack's third parties, on the command line. */
final class ThirdPartiesOption {

    private static final String NAME = "--third-parties";

    @Option(
            names = NAME,
            paramLabel = "WHO",
            description = {
                "who plays the third parties: wiremock (over HTTP), in-process",
                "(timers of the stack), or your own WireMock at http://127.0.0.1:PORT",
                "(default: as the scenario says for replays, else wiremock)"
            })
    private @Nullable String thirdParties;

    /** As asked for here, else as the scenario says, else WireMock. */
    PlayedBy orOf(Scenario scenario) {
        return asked().orElseGet(() -> new PlayedBy.Ours(
                scenario.replay().flatMap(Replay::thirdParties).orElse(Players.WIREMOCK)));
    }

    /** The words that hand it on to another command; none if nothing is asked for. */
    List<String> words() {
        return asked().map(players -> List.of(NAME, players.words())).orElse(List.of());
    }

    /** Refuses what could have no effect. */
    void refuseFor(Optional<String> target) {
        if (target.isPresent() && thirdParties != null) {
            throw new InputException(NAME + " is for a stack that is started here; the one at " + target.get()
                    + " was told when it was started");
        }
    }

    private Optional<PlayedBy> asked() {
        try {
            return Optional.ofNullable(thirdParties).map(PlayedBy::parse);
        } catch (IllegalArgumentException e) {
            throw new InputException(NAME + ": " + e.getMessage());
        }
    }
}
