package id.tenggat.cli;

import id.tenggat.history.History;
import id.tenggat.history.Setup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What was before, on the command line. */
final class BaselineOption {

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = {
                "runs of the same scenario, slice and engine before, as tenggat history append or",
                "simulate --append-to wrote them: objectives of no worse than baseline are judged by them"
            })
    private @Nullable Path file;

    /** The runs before; empty if none were named. */
    Optional<History> history() {
        return Optional.ofNullable(file).map(History::read);
    }

    /**
     * The same for what is going to be played.
     *
     * @param setups one or more
     * @throws InputException if it holds no run like any of them
     */
    Optional<History> history(Setup... setups) {
        Optional<History> history = history();
        history.ifPresent(before -> requireLike(before, List.of(setups)));
        return history;
    }

    /** @throws InputException if a history holds no run of any of these setups */
    static void requireLike(History history, List<Setup> setups) {
        if (setups.stream().allMatch(setup -> history.of(setup).isEmpty())) {
            Setup setup = setups.get(0);
            throw new InputException("--baseline " + history.file() + ": holds no run of scenario " + setup.scenario()
                    + ", slice \"" + setup.slice() + "\", engine " + setup.engine()
                    + "; append some, or name another file");
        }
    }
}
