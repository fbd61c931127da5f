package id.tenggat.cli;

import id.tenggat.capacity.Supervision;
import id.tenggat.capacity.Watch;
import id.tenggat.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a simulation ends that would not end by itself, on the command line. */
final class LimitOptions {

    @Option(
            names = "--attempts-limit",
            paramLabel = "N",
            description = {
                "how many attempts a run may send before it is stopped, as an overload that doesn't end,",
                "and is INVALID (default: a thousand for each applicant, but a billion at least)"
            })
    private @Nullable Long attempts;

    /** @throws InputException if what was asked for makes no sense */
    Supervision supervision(Scenario scenario) {
        if (attempts == null) {
            return Supervision.of(Watch.NOBODY, scenario);
        }
        if (attempts < 1) {
            throw new InputException("--attempts-limit must be 1 or more, found " + attempts);
        }
        return new Supervision(Watch.NOBODY, attempts);
    }
}
