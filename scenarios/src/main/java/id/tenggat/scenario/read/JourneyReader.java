package id.tenggat.scenario.read;

import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Journey.Step;
import id.tenggat.scenario.read.Fault.Kind;

import java.util.List;

/** Reads the journey. */
final class JourneyReader {

    private static final Rows.Size STEPS = new Rows.Size(1, Journey.MAX_STEPS);

    private final Names stations;

    /** Reads journeys whose steps call these stations. */
    JourneyReader(Names stations) {
        this.stations = stations;
    }

    Shape<Journey> shape() {
        Shape<Rows<Step>> steps = Rows.of(STEPS, new Shape<>("{step: …, action: …, station: …}", this::step));
        return new Shape<>(steps.allowed(), (node, findings) -> journey(steps.read(node, findings), node, findings));
    }

    private static Part<Journey> journey(Part<Rows<Step>> rows, Node node, Findings findings) {
        Part<Journey> journey = Rows.make(rows, Journey::new, new Rows.Blame(rule -> node.spot(), findings));
        if (journey.isThere()) {
            refuseUnpaidStamps(rows.get(), findings);
        }
        return journey;
    }

    private Part<Step> step(Node node, Findings findings) {
        Section section = new Section("this step", node, findings);
        var name = section.need("step", Scalars.name());
        var action = section.need("action", OneOf.words(Action.values(), Action::word));
        var station = section.need("station", stations.reference());
        var think = section.take("think", Distributions.shape(), Fixed.ZERO);
        var payload = section.take("payload", payload(), 0);
        return section.make(() -> new Step(name.get(), action.get(), station.get(), think.get(), payload.get()));
    }

    /** Clamped beyond what the model allows, so that the model refuses it. */
    private static Shape<Integer> payload() {
        return Scalars.size().map(bytes -> (int) Math.min(bytes, Integer.MAX_VALUE));
    }

    /** A stamp is owed from its payment on, and a payment is of an order: without either, the ledger has no stamp to issue. */
    private static void refuseUnpaidStamps(Rows<Step> rows, Findings findings) {
        List<Action> actions = rows.items().stream().map(Step::action).toList();
        int order = actions.indexOf(Action.BUY_QUOTA);
        int payment = actions.indexOf(Action.PAY);
        int stamp = actions.indexOf(Action.STAMP);
        if (payment >= 0 && (order < 0 || order > payment)) {
            refuse(rows, payment, "a step that pays before one that buys quota", findings);
        } else if (stamp >= 0 && (payment < 0 || payment > stamp)) {
            refuse(rows, stamp, "a step that stamps before the quota is bought and paid", findings);
        }
    }

    private static void refuse(Rows<Step> rows, int step, String found, Findings findings) {
        Mistake mistake = Mistake.of(found, "the actions buy-quota, pay and stamp in this order");
        findings.add(Kind.MEANING, rows.nodes().get(step).spot(), mistake);
    }
}
