package id.tenggat.scenario.read;

import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Stack;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads pools. Who shares one is said by the stations. */
final class PoolReader {

    static final Shape<Sized> SHAPE = new Shape<>("{pool: …, size: …}", PoolReader::pool);

    private PoolReader() {}

    /** A pool, but for who shares it. */
    record Sized(String name, int size) {}

    private static Part<Sized> pool(Node node, Findings findings) {
        Section section = new Section("this pool", node, findings);
        var name = section.need("pool", Scalars.name());
        var size = section.need("size", Numbers.wholeInt(1, Pool.LARGEST));
        return section.make(() -> new Sized(name.get(), size.get()));
    }

    /**
     * A stack with pools.
     *
     * @param poolOf index of the pool of each station
     */
    static Stack sharing(Stack stack, List<Optional<Integer>> poolOf, List<Sized> pools) {
        return new Stack(
                stack.stations(),
                stack.thirdParties(),
                IntStream.range(0, pools.size())
                        .mapToObj(
                                i -> new Pool(pools.get(i).name(), pools.get(i).size(), stationsOf(i, poolOf)))
                        .toList());
    }

    private static List<Integer> stationsOf(int pool, List<Optional<Integer>> poolOf) {
        return IntStream.range(0, poolOf.size())
                .filter(station -> poolOf.get(station).equals(Optional.of(pool)))
                .boxed()
                .toList();
    }
}
