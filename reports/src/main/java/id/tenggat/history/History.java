package id.tenggat.history;

import id.tenggat.summary.Observation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The numbers of many runs, one after the other.
 *
 * @param entries in the order of the file's lines
 */
public record History(Path file, List<Entry> entries) {

    /** By this a run is known again. */
    private record Beginning(Instant at, Setup setup, long seed) {
        static Beginning of(Entry run) {
            return new Beginning(run.at(), run.setup(), run.observation().seed());
        }
    }

    public History {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a history.
     *
     * @throws HistoryException if the file is missing, torn, garbled or of a newer format, in one line
     */
    public static History read(Path file) {
        List<String> lines = HistoryFile.lines(file);
        return new History(
                file,
                IntStream.range(0, lines.size())
                        .mapToObj(i -> EntryJson.read(file, i + 1, lines.get(i)))
                        .toList());
    }

    /**
     * Adds runs to a history, all of them or none, and makes the file if it is not there.
     *
     * @throws HistoryException if the file is no history, its last line is torn, it holds one of the runs already, or it can't
     *     be written
     */
    public static void append(Path file, List<Entry> runs) {
        Set<Beginning> known = new HashSet<>();
        (Files.exists(file) ? read(file).entries() : List.<Entry>of()).forEach(run -> known.add(Beginning.of(run)));
        for (Entry run : runs) {
            if (!known.add(Beginning.of(run))) {
                throw new HistoryException(
                        file,
                        "holds the run of " + run.setup().scenario() + " that began at " + run.at()
                                + " already; a run counts once: leave it out");
            }
        }
        HistoryFile.append(file, runs.stream().map(EntryJson::line).toList());
    }

    /** The numbers of the runs of one setup, in the order of the file. */
    public List<Observation> of(Setup setup) {
        return entries.stream()
                .filter(run -> run.setup().equals(setup))
                .map(Entry::observation)
                .toList();
    }

    /** Its runs by setup, in the order of their first runs. */
    public List<SetupHistory> setups() {
        Map<Setup, List<Entry>> setups = entries.stream()
                .sorted(Comparator.comparing(Entry::at))
                .collect(Collectors.groupingBy(
                        Entry::setup, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
        return setups.entrySet().stream()
                .map(setup -> new SetupHistory(setup.getKey(), setup.getValue()))
                .toList();
    }
}
