package id.tenggat.scenario.read;

import id.tenggat.scenario.Autoscaling;
import id.tenggat.scenario.CallRules;
import id.tenggat.scenario.Dropping;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Admission;
import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.scenario.Stack.Overload;
import id.tenggat.scenario.Stack.Safeguards;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.WaitingRoom;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the stations, the third parties that they call and the pools that they share. */
final class StackReader {

    private static final int MOST_WORKERS = 1_000_000;
    private static final int LONGEST_QUEUE = 100_000_000;
    private static final Shape<Autoscaling> AUTOSCALING =
            new Shape<>("{least: 4, most: 40, target: 70%, delay: 2m}", StackReader::autoscaling);

    private final Names thirdParties;
    private final Names pools;

    /** Reads stacks whose stations call these third parties and share these pools. */
    StackReader(Names thirdParties, Names pools) {
        this.thirdParties = thirdParties;
        this.pools = pools;
    }

    Shape<Stack> shape() {
        return new Shape<>("{stations: …, thirdParties: …, pools: …}", this::read);
    }

    /** A station, and the index of the pool that it shares. */
    private record Placed(Station station, Optional<Integer> pool) {}

    private Part<Stack> read(Node node, Findings findings) {
        Section section = new Section("stack", node, findings);
        Shape<Placed> station = new Shape<>("{station: …, workers: …, queueLimit: …, serviceTime: …}", this::station);
        var stations = section.need("stations", Rows.of(1, station));
        var parties = section.take("thirdParties", Rows.of(0, ThirdPartyReader.SHAPE), Rows.none());
        var sizes = section.take("pools", Rows.of(0, PoolReader.SHAPE), Rows.none());
        Part<Stack> alone = section.make(stations, list -> new Stack(stationsOf(list), List.of()));
        Rows.Blame blame = new Rows.Blame(rule -> node.spot(), findings);
        Part<Stack> calling = Rows.make(parties, list -> new Stack(alone.get().stations(), list), blame);
        return Rows.make(
                sizes,
                list -> PoolReader.sharing(calling.get(), poolsOf(stations.get().items()), list),
                blame);
    }

    private static List<Station> stationsOf(List<Placed> placed) {
        return placed.stream().map(Placed::station).toList();
    }

    private static List<Optional<Integer>> poolsOf(List<Placed> placed) {
        return placed.stream().map(Placed::pool).toList();
    }

    private Part<Placed> station(Node node, Findings findings) {
        Section section = new Section("this station", node, findings);
        var name = section.need("station", Scalars.name());
        var workers = section.need("workers", Numbers.wholeInt(1, MOST_WORKERS));
        var queueLimit = section.need("queueLimit", Numbers.wholeInt(0, LONGEST_QUEUE));
        var discipline = section.take("discipline", discipline(), Discipline.FIFO);
        var admission = section.take("admission", admission(), new Admission.Everybody());
        var serviceTime = section.need("serviceTime", Distributions.shape());
        var abandon = section.take("abandon", OneOf.words(Abandon.values(), Abandon::word), Abandon.UNNOTICED);
        var overload = section.take("overload", OneOf.words(Overload.values(), Overload::word), Overload.REJECT);
        var retryAfter = section.take("retryAfter", Scalars.duration(), Duration.ZERO);
        var calls = section.take("thirdParties", Rows.of(0, thirdParties.reference()), Rows.none());
        var dropping = section.take("dropping", dropping(), new Dropping.Nobody());
        var rules = section.take("calls", CallRulesReader.SHAPE, CallRules.NONE);
        var autoscaling = section.takeIfThere("autoscaling", AUTOSCALING);
        var pool = section.takeIfThere("pool", pools.reference());
        Part<Station> station = section.make(() -> new Station(
                name.get(),
                workers.get(),
                queueLimit.get(),
                discipline.get(),
                admission.get(),
                serviceTime.get(),
                abandon.get(),
                overload.get(),
                retryAfter.get(),
                calls.get().items(),
                new Safeguards(dropping.get(), rules.get()),
                autoscaling.map(Part::get)));
        return Rules.make(() -> new Placed(station.get(), pool.map(Part::get)), rule -> node.spot(), findings);
    }

    private static Part<Autoscaling> autoscaling(Node node, Findings findings) {
        Section section = new Section("autoscaling", node, findings);
        var least = section.need("least", Numbers.wholeInt(1, MOST_WORKERS));
        var most = section.need("most", Numbers.wholeInt(1, MOST_WORKERS));
        var target = section.need("target", Scalars.shareAboveZero());
        var every = section.take("every", Scalars.durationAboveZero(), Duration.ofSeconds(15));
        var delay = section.need("delay", Scalars.duration());
        var downAfter = section.take("downAfter", Scalars.duration(), Duration.ofMinutes(5));
        return section.make(() ->
                new Autoscaling(least.get(), most.get(), target.get(), every.get(), delay.get(), downAfter.get()));
    }

    private static Shape<Dropping> dropping() {
        return new OneOf<Dropping>()
                .word("nobody", new Dropping.Nobody())
                .word("abandoned", new Dropping.Abandoned())
                .kind("coDel", new Shape<>("{target: 5ms, interval: 100ms}", StackReader::coDel))
                .shape();
    }

    private static Part<Dropping> coDel(Node node, Findings findings) {
        Section section = new Section("coDel", node, findings);
        var target = section.need("target", Scalars.durationAboveZero());
        var interval = section.need("interval", Scalars.durationAboveZero());
        return section.make(() -> new Dropping.CoDel(target.get(), interval.get()));
    }

    private static Shape<Discipline> discipline() {
        OneOf<Discipline> oneOf = new OneOf<>();
        for (Discipline.Plain plain : Discipline.Plain.values()) {
            oneOf.word(plain.word(), plain);
        }
        return oneOf.kind("adaptiveLifo", new Shape<>("{after: 100ms}", StackReader::adaptiveLifo))
                .shape();
    }

    private static Part<Discipline> adaptiveLifo(Node node, Findings findings) {
        Section section = new Section("adaptiveLifo", node, findings);
        var after = section.need("after", Scalars.duration());
        return section.make(() -> new Discipline.AdaptiveLifo(after.get()));
    }

    private static Shape<Admission> admission() {
        return new OneOf<Admission>()
                .word("everybody", new Admission.Everybody())
                .kind("tokenBucket", new Shape<>("{rate: 120/s, burst: 200}", StackReader::tokenBucket))
                .kind("concurrencyLimit", LimitReader.shape())
                .kind("waitingRoom", new Shape<>("{rate: 50/s, places: 100000}", StackReader::waitingRoom))
                .shape();
    }

    private static Part<Admission> tokenBucket(Node node, Findings findings) {
        Section section = new Section("tokenBucket", node, findings);
        var rate = section.need("rate", Scalars.rate());
        var burst = section.need("burst", Numbers.from(1, 1e9));
        return section.make(() -> new Admission.TokenBucket(rate.get(), burst.get()));
    }

    private static Part<WaitingRoom> waitingRoom(Node node, Findings findings) {
        Section section = new Section("waitingRoom", node, findings);
        var rate = section.need("rate", Scalars.rate());
        var burst = section.take("burst", Numbers.from(1, 1e9), 1.0);
        var places = section.need("places", Numbers.wholeInt(1, WaitingRoom.MOST_PLACES));
        var poll = section.take("poll", Scalars.duration(), Duration.ofSeconds(20));
        var leavesAfter = section.takeIfThere("leavesAfter", Distributions.shape());
        return section.make(
                () -> new WaitingRoom(rate.get(), burst.get(), places.get(), poll.get(), leavesAfter.map(Part::get)));
    }
}
