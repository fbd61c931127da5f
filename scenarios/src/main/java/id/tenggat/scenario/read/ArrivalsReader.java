package id.tenggat.scenario.read;

import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Arrivals.Curve;
import id.tenggat.scenario.Arrivals.DayShape;

/** Reads when applicants first come. */
final class ArrivalsReader {

    static final Shape<Arrivals> SHAPE = new Shape<>("{curve: …, withinDay: …}", ArrivalsReader::read);

    private static final Rows.Size HOURS = new Rows.Size(24, 24);

    private ArrivalsReader() {}

    private static Part<Arrivals> read(Node node, Findings findings) {
        Section section = new Section("arrivals", node, findings);
        var curve = section.need("curve", curve());
        var withinDay = section.need("withinDay", withinDay());
        return section.make(() -> new Arrivals(curve.get(), withinDay.get()));
    }

    private static Shape<Curve> curve() {
        return new OneOf<Curve>()
                .word("uniform", new Curve.Uniform())
                .kind("deadlinePressure", new Shape<>("{tau: 2h}", ArrivalsReader::deadlinePressure))
                .kind("power", new Shape<>("{alpha: 0.38}", ArrivalsReader::power))
                .shape();
    }

    private static Part<Curve> deadlinePressure(Node node, Findings findings) {
        Section section = new Section("deadlinePressure", node, findings);
        var tau = section.need("tau", Scalars.durationAboveZero());
        return section.make(() -> new Curve.DeadlinePressure(tau.get()));
    }

    private static Part<Curve> power(Node node, Findings findings) {
        Section section = new Section("power", node, findings);
        var alpha = section.need("alpha", Numbers.aboveZero(10));
        return section.make(() -> new Curve.Power(alpha.get()));
    }

    private static Shape<DayShape> withinDay() {
        return new OneOf<DayShape>()
                .word("flat", DayShape.FLAT)
                .word("office-hours", DayShape.OFFICE_HOURS)
                .word("late-evening", DayShape.LATE_EVENING)
                .kind("hourly", new Shape<>("24 numbers", ArrivalsReader::hourly))
                .shape();
    }

    private static Part<DayShape> hourly(Node node, Findings findings) {
        var weights = Rows.of(HOURS, Numbers.from(0, 1e6)).read(node, findings);
        return Rules.make(() -> new DayShape(weights.get().items()), rule -> node.spot(), findings);
    }
}
