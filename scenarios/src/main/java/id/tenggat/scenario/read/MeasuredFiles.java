package id.tenggat.scenario.read;

import id.tenggat.scenario.Distribution.Measured;
import id.tenggat.scenario.MeasuredFile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of measured times that a scenario names. Each is read once, however often it is named. */
final class MeasuredFiles {

    private static final NamedFile JSON =
            new NamedFile("the path of a JSON file of measured times", TextFile.LARGEST_MEASURED);

    /** All of them are kept, with their texts, for as long as the scenario is. */
    private static final int MOST = 32;

    private final Path directory;
    private final Map<String, Part<Measured>> read = new LinkedHashMap<>();
    private final List<MeasuredFile> files = new ArrayList<>();

    /** Files named by a scenario file in this directory. */
    MeasuredFiles(Path directory) {
        this.directory = directory;
    }

    /** The distribution in a file; absent if it is faulty, which is told where it is named first. */
    Part<Measured> read(String path, Node node, Findings findings) {
        Part<Measured> before = read.get(path);
        if (before != null) {
            return before;
        }
        NamedFile.Mention mention = new NamedFile.Mention(node, findings);
        Part<Measured> measured = read.size() < MOST ? readFirst(path, mention) : oneTooMany(mention);
        read.put(path, measured);
        return measured;
    }

    private static Part<Measured> oneTooMany(NamedFile.Mention mention) {
        mention.refuse(Mistake.of(
                "found another file of measured times than the " + MOST + " before it", "the path of one of those"));
        return Part.absent();
    }

    private Part<Measured> readFirst(String path, NamedFile.Mention mention) {
        Optional<TextFile> file = JSON.read(directory, path, mention);
        if (file.isEmpty()) {
            return Part.absent();
        }
        Part<MeasuredTimes> times = MeasuredTimes.read(file.get(), mention);
        if (times.isThere()) {
            files.add(new MeasuredFile(
                    times.get().toldAt(path), file.get().text(), file.get().digest()));
        }
        return times.map(found -> new Measured(found.quantiles()));
    }

    /** The files in the order in which they are named. */
    List<MeasuredFile> files() {
        return List.copyOf(files);
    }

    /** The digest of a scenario with all that is measured: its file's own, if it names none. */
    String digestWith(String own) {
        if (files.isEmpty()) {
            return own;
        }
        StringBuilder all = new StringBuilder(own);
        files.forEach(file -> all.append(file.digest()));
        return TextFile.digest(all.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
