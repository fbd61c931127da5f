package id.tenggat.cli;

import id.tenggat.scenario.read.PhraseException;
import id.tenggat.scenario.read.Quantities;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a replay is measured, on the command line. */
final class ReplayOptions {

    @Option(
            names = "--slip-limit",
            paramLabel = "TIME",
            defaultValue = "100ms",
            description = {
                "the replay is INVALID if 1 %% of its attempts were sent later",
                "than this after they were due (default: ${DEFAULT-VALUE})"
            })
    private String slipLimit = "100ms";

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            defaultValue = "8s",
            description = {
                "how long both JVMs are warmed up before anything is recorded",
                "(default: ${DEFAULT-VALUE}; 0s for not at all)"
            })
    private String warmUp = "8s";

    @Mixin
    private ThirdPartiesOption thirdParties = new ThirdPartiesOption();

    ThirdPartiesOption thirdParties() {
        return thirdParties;
    }

    long slipP99LimitNs() {
        return ns("--slip-limit", slipLimit);
    }

    long warmUpNs() {
        return ns("--warm-up", warmUp);
    }

    private static long ns(String option, String text) {
        try {
            return Quantities.duration(text).toNanos();
        } catch (PhraseException e) {
            throw new InputException(option + ": " + e.getMessage());
        }
    }
}
