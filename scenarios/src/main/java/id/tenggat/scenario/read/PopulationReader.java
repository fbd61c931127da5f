package id.tenggat.scenario.read;

import id.tenggat.scenario.Population;
import id.tenggat.scenario.Population.Regency;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the population, whose regencies stand in a file of their own. */
final class PopulationReader {

    private static final int MOST_IN_ONE = 10_000_000;
    private static final int MOST = 100_000_000;

    private static final NamedFile TABLE = new NamedFile("the path of a CSV file", TextFile.LARGEST);

    private final Path directory;

    /** Reads populations of a scenario file in this directory. */
    PopulationReader(Path directory) {
        this.directory = directory;
    }

    Shape<Population> shape() {
        return new Shape<>("{regencies: …, and perRegency: … or total: …}", this::read);
    }

    private Part<Population> read(Node node, Findings findings) {
        Section section = new Section("population", node, findings);
        var regencies =
                section.need("regencies", TABLE.text(directory, (file, mention) -> RegencyTable.read(file, findings)));
        var perRegency = section.takeIfThere("perRegency", Numbers.wholeInt(1, MOST_IN_ONE));
        var total = section.takeIfThere("total", Numbers.wholeInt(1, MOST));
        if (section.isMapping() && perRegency.isPresent() == total.isPresent()) {
            String found = perRegency.isPresent() ? "both perRegency and total" : "neither perRegency nor total";
            section.refuse(Mistake.of("found " + found, "one of them: perRegency: 584, or total: 3963832"));
        }
        return section.make(() -> population(regencies.get(), perRegency, total));
    }

    private static Population population(
            List<Regency> regencies, Optional<Part<Integer>> perRegency, Optional<Part<Integer>> total) {
        return perRegency.isPresent()
                ? Population.perRegency(regencies, perRegency.get().get())
                : Population.spread(regencies, total.orElseGet(Part::absent).get());
    }
}
