package id.tenggat.scenario.read;

import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Clients.Backoff;
import id.tenggat.scenario.Clients.Jitter;
import id.tenggat.scenario.Clients.LateAnswer;
import id.tenggat.scenario.Clients.Reclicks;
import id.tenggat.scenario.Clients.ReturnVisit;

/** Reads how applicants behave. */
final class ClientsReader {

    static final Shape<Clients> SHAPE =
            new Shape<>("{timeout: …, attempts: …, backoff: …, visits: …, returns: …}", ClientsReader::read);

    private ClientsReader() {}

    private static Part<Clients> read(Node node, Findings findings) {
        Section section = new Section("clients", node, findings);
        var timeout = section.need("timeout", Distributions.aboveZero());
        var attempts = section.need("attempts", Numbers.wholeInt(1, Clients.MAX_ATTEMPTS));
        var backoff = section.need("backoff", new Shape<>("{first: 5s, atMost: 5m}", ClientsReader::backoff));
        var honoured = section.take("retryAfterHonoured", Scalars.share(), 1.0);
        var persistence = section.take("persistence", Scalars.share(), 1.0);
        var visits = section.need("visits", Numbers.wholeInt(1, Clients.MAX_VISITS));
        var returns = section.need("returns", new Shape<>("{after: 45m, atLeast: 2m}", ClientsReader::returns));
        var lateAnswer =
                section.take("lateAnswer", OneOf.words(LateAnswer.values(), LateAnswer::word), LateAnswer.LOST);
        var reclicks = section.takeIfThere(
                "reclicks", new Shape<>("{after: 8s, share: 30%, atMost: 2}", ClientsReader::reclicks));
        return section.make(() -> new Clients(
                timeout.get(),
                attempts.get(),
                backoff.get(),
                honoured.get(),
                persistence.get(),
                visits.get(),
                returns.get(),
                lateAnswer.get(),
                reclicks.map(Part::get)));
    }

    private static Part<Backoff> backoff(Node node, Findings findings) {
        Section section = new Section("backoff", node, findings);
        var first = section.need("first", Scalars.duration());
        var factor = section.take("factor", Numbers.from(1, 100), 2.0);
        var atMost = section.need("atMost", Scalars.duration());
        var jitter = section.take("jitter", OneOf.words(Jitter.values(), Jitter::word), Jitter.NONE);
        return section.make(() -> new Backoff(first.get(), factor.get(), atMost.get(), jitter.get()));
    }

    private static Part<Reclicks> reclicks(Node node, Findings findings) {
        Section section = new Section("reclicks", node, findings);
        var after = section.need("after", Distributions.aboveZero());
        var share = section.take("share", Scalars.share(), 1.0);
        var atMost = section.take("atMost", Numbers.wholeInt(1, Clients.MAX_ATTEMPTS - 1), 1);
        return section.make(() -> new Reclicks(after.get(), share.get(), atMost.get()));
    }

    private static Part<ReturnVisit> returns(Node node, Findings findings) {
        Section section = new Section("returns", node, findings);
        var after = section.need("after", Distributions.shape());
        var within = section.take("within", Scalars.shareAboveZero(), 1.0);
        var atLeast = section.need("atLeast", Scalars.durationAboveZero());
        return section.make(() -> new ReturnVisit(after.get(), within.get(), atLeast.get()));
    }
}
