package id.tenggat.cli;

import id.tenggat.scenario.Measurement;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.read.ScenarioException;
import id.tenggat.scenario.read.ScenarioFile;
import id.tenggat.scenario.read.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code tenggat validate}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Reads scenarios and tells every fault: file, line, column, and what may stand there.",
        footerHeading = "%nExample:%n",
        footer = "  tenggat validate scenarios/*.yaml")
final class ValidateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "SCENARIO", description = "scenario files (YAML)")
    private List<Path> paths = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        int faulty = 0;
        for (Path path : paths) {
            faulty += isValid(path) ? 0 : 1;
        }
        return faulty == 0 ? 0 : Faults.BAD_INPUT;
    }

    private boolean isValid(Path path) {
        try {
            ScenarioFile file = ScenarioReader.read(path);
            Scenario scenario = file.scenario();
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%s: valid; %,d applicants in %d regencies, %d steps, %d stations, %d objectives%n",
                            path,
                            scenario.population().applicants(),
                            scenario.population().regencies().size(),
                            scenario.journey().steps().size(),
                            scenario.stack().stations().size(),
                            scenario.objectives().size());
            file.measured().forEach(measured -> show(measured.measurement()));
            return true;
        } catch (ScenarioException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return false;
        }
    }

    private void show(Measurement measurement) {
        spec.commandLine().getOut().println("  measured: " + measurement.words() + "; " + measurement.originWords());
    }
}
