package id.tenggat.cli;

import id.tenggat.scenario.read.Nearest;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;

/** Whose load is to be explained, on the command line. */
final class ExplainOptions {

    @Option(
            names = "--explain",
            paramLabel = "STATION",
            description = "tell one station's load: Erlangs, utilisation, queue, waste (may be repeated)")
    private List<String> stations = new ArrayList<>();

    /** Names of stations, each of them known. */
    List<String> stations() {
        return List.copyOf(stations);
    }

    /** @throws InputException if one is not among those that there are */
    void requireAmong(List<String> known) {
        for (String station : stations) {
            if (!known.contains(station)) {
                String near = Nearest.to(station, known);
                throw new InputException("--explain: no station is called \"" + station + "\""
                        + (near.isEmpty() ? "" : "; did you mean " + near + "?")
                        + " There are " + String.join(", ", known));
            }
        }
    }
}
