package id.tenggat.cli;

import id.tenggat.scenario.read.PhraseException;
import id.tenggat.scenario.read.Quantities;
import id.tenggat.scenario.read.ScenarioFile;
import id.tenggat.scenario.read.ScenarioReader;
import id.tenggat.target.Authorisation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;

/** {@code tenggat authorization}. */
@Command(
        name = "authorization",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the token by which a target agrees to be hit by a scenario.",
            "Whoever runs the target serves it there at " + Authorisation.PATH + ".",
            "It is for these bytes of the scenario, whatever seed and slice are played."
        },
        footerHeading = "%nExamples:%n",
        footer = "  tenggat authorization scenarios/smoke.yaml --max-rate 500 --expires 2099-01-01T00:00+07:00")
final class AuthorizationCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SCENARIO", description = "the scenario file (YAML)")
    private Path path = Path.of("");

    @Option(
            names = "--max-rate",
            required = true,
            paramLabel = "N",
            description = "how many requests may come within any second")
    private int maxRate;

    @Option(
            names = "--expires",
            required = true,
            paramLabel = "INSTANT",
            description = "when it ends, as in 2026-12-01T00:00 (in the scenario's zone) or 2026-12-01T00:00Z")
    private String expires = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ScenarioFile file = ScenarioReader.read(path);
        Authorisation token = token(file, instant(file));
        spec.commandLine().getOut().println(token.json());
        spec.commandLine().getOut().flush();
        Screen.of(spec.commandLine()).say("serve this at " + Authorisation.PATH + "; it allows " + token.terms());
        return 0;
    }

    private Authorisation token(ScenarioFile file, Instant end) {
        if (maxRate < 1 || maxRate > Authorisation.MOST_PER_SECOND) {
            throw new InputException(
                    "--max-rate must lie between 1 and " + Authorisation.MOST_PER_SECOND + ", found " + maxRate);
        } else if (!end.isAfter(Instant.now())) {
            throw new InputException("--expires: " + expires + " has passed; name an instant to come");
        }
        return new Authorisation(file.digest(), maxRate, end);
    }

    private Instant instant(ScenarioFile file) {
        try {
            return Quantities.instant(expires, file.scenario().calendar().zone());
        } catch (PhraseException e) {
            throw new InputException("--expires: " + e.getMessage());
        }
    }
}
