package id.tenggat.scenario.read;

import id.tenggat.scenario.read.Fault.Kind;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A kind of file that a scenario names.
 *
 * @param allowed what may stand where it is named
 * @param largest in bytes, whole mebibytes
 */
record NamedFile(String allowed, int largest) {

    /** Where it is named. */
    record Mention(Node node, Findings findings) {

        void refuse(Mistake mistake) {
            findings.add(Kind.MEANING, node.spot(), mistake);
        }

        /** Tells a fault of the file where the scenario names it. */
        void refuse(Fault fault) {
            Mistake mistake = fault.mistake();
            refuse(new Mistake(fault.place() + ": " + mistake.found(), mistake.allowed(), mistake.instead()));
        }
    }

    /** The file at this path, relative to a directory; empty if it can't be read, which is then told. */
    Optional<TextFile> read(Path directory, String path, Mention mention) {
        try {
            return Optional.of(TextFile.read(directory.resolve(path), largest));
        } catch (InvalidPathException e) {
            mention.refuse(Mistake.of("found " + mention.node().described(), allowed));
        } catch (ScenarioException e) {
            e.faults().forEach(fault -> refuse(fault, mention));
        }
        return Optional.empty();
    }

    /** As {@link #read}, of a file that is no text. */
    Optional<byte[]> readBytes(Path directory, String path, Mention mention) {
        try {
            return Optional.of(TextFile.bytes(directory.resolve(path), largest));
        } catch (InvalidPathException e) {
            mention.refuse(Mistake.of("found " + mention.node().described(), allowed));
        } catch (ScenarioException e) {
            e.faults().forEach(mention::refuse);
        }
        return Optional.empty();
    }

    /** A fault at a line of the file is told there. */
    private static void refuse(Fault fault, Mention mention) {
        if (fault.place().isWholeFile()) {
            mention.refuse(fault);
        } else {
            mention.findings().add(fault);
        }
    }
}
