package id.tenggat.scenario.read;

import id.tenggat.scenario.read.Fault.Kind;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A kind of file that a scenario names.
 *
 * @param allowed what may stand where it is named
 * @param largest in bytes, whole mebibytes
 */
record NamedFile(String allowed, int largest) {

    /** Where it is named. */
    record Mention(Node node, Findings findings) {

        /** The path as it stands there. */
        String path() {
            return ((Node.Scalar) node).text();
        }

        void refuse(Mistake mistake) {
            findings.add(Kind.MEANING, node.spot(), mistake);
        }

        /** Tells a fault of the file where the scenario names it. */
        void refuse(Fault fault) {
            Mistake mistake = fault.mistake();
            refuse(new Mistake(fault.place() + ": " + mistake.found(), mistake.allowed(), mistake.instead()));
        }
    }

    /** Of a file that names others: what their paths are relative to. */
    static Path directoryOf(Path path) {
        return Optional.ofNullable(path.getParent()).orElse(Path.of(""));
    }

    /** The file at this path, relative to a directory; empty if it can't be read, which is then told. */
    Optional<TextFile> read(Path directory, String path, Mention mention) {
        return opened(directory, path, mention, file -> TextFile.read(file, largest));
    }

    private <T> Optional<T> opened(Path directory, String path, Mention mention, Function<Path, T> opening) {
        try {
            return Optional.of(opening.apply(directory.resolve(path)));
        } catch (InvalidPathException e) {
            mention.refuse(Mistake.of("found " + mention.node().described(), allowed));
        } catch (ScenarioException e) {
            e.faults().forEach(fault -> refuse(fault, mention));
        }
        return Optional.empty();
    }

    /** What is read of the text at the path, relative to a directory, that a scenario names. */
    <T> Shape<T> text(Path directory, BiFunction<TextFile, Mention, Part<T>> reading) {
        return named((path, mention) -> read(directory, path, mention), reading);
    }

    /** As {@link #text}, of a file that is no text. */
    <T> Shape<T> bytes(Path directory, BiFunction<byte[], Mention, Part<T>> reading) {
        return named(
                (path, mention) -> opened(directory, path, mention, file -> TextFile.bytes(file, largest)), reading);
    }

    private <F, T> Shape<T> named(
            BiFunction<String, Mention, Optional<F>> opening, BiFunction<F, Mention, Part<T>> reading) {
        return new Shape<>(allowed, (node, findings) -> {
            Part<String> path = Scalars.title().read(node, findings);
            if (!path.isThere()) {
                return Part.absent();
            }
            Mention mention = new Mention(node, findings);
            return opening.apply(path.get(), mention)
                    .map(file -> reading.apply(file, mention))
                    .orElseGet(Part::absent);
        });
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
