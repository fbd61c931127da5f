package id.tenggat.stack;

import id.tenggat.recording.Audit;
import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Stack.Station;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the one who drives the stack says and asks: begin, crowd, end, stations, audit, health. */
final class AdminRoutes {

    /** Room for the four million lines of a whole nation. */
    private static final int BODY_BYTES_MAX = 64 << 20;

    /** What it works with. */
    record Tools(
            StateGauges.Sources sources,
            RehearsalStage rehearsal,
            Readiness readiness,
            Fidelity fidelity,
            InstantSource clock,
            String stampsSignedBy,
            String thirdPartiesBy,
            Supplier<Optional<SecureDoor>> secureDoor) {}

    private final Tools tools;
    private final StateGauges.Sources sources;

    AdminRoutes(Tools tools) {
        this.tools = tools;
        this.sources = tools.sources();
    }

    void begin(HttpServerRequest request) {
        posted(request, BodyForm.BEGINNING, body -> {
            Beginning beginning = BeginRequest.parse(body, tools.clock().instant());
            sources.runs().begin(beginning);
            runBegins();
            return new JsonObject()
                    .put("startEpochMs", beginning.start().toEpochMilli())
                    .put("intervalNs", beginning.intervalNs());
        });
    }

    void crowd(HttpServerRequest request) {
        posted(request, BodyForm.CROWD, body -> {
            Preload preload = Preload.parse(body, sources.scenario());
            sources.runs().preload(preload);
            runBegins();
            return new JsonObject().put("applicants", preload.size());
        });
    }

    /** What went wrong before makes no later run invalid, and what was rehearsed is over. */
    private void runBegins() {
        var unused = tools.rehearsal().end();
        sources.faults().runBegins();
        sources.budget().runBegins();
    }

    void end(HttpServerRequest request) {
        posted(request, BodyForm.UNREAD, body -> {
            sources.runs().current().end();
            return new JsonObject()
                    .put("engineNs", sources.runs().current().time().nowNs());
        });
    }

    private interface Command {
        JsonObject run(byte[] body) throws MalformedException;
    }

    private void posted(HttpServerRequest request, BodyForm form, Command command) {
        BodyReader.Terms terms = new BodyReader.Terms(form, PostedBody.Fate.KEPT, BODY_BYTES_MAX, sources.budget());
        BodyReader.read(request, terms, body -> {
            byte[] bytes = body.bytes();
            body.release();
            try {
                Replies.json(request.response(), command.run(bytes));
            } catch (MalformedException e) {
                Replies.problem(request.response(), e.problem());
            }
        });
    }

    void stations(HttpServerRequest request) {
        Replies.csv(request.response(), sources.runs().current().stationsCsv());
    }

    void tls(HttpServerRequest request) {
        tools.secureDoor()
                .get()
                .ifPresentOrElse(
                        door -> Replies.json(
                                request.response(),
                                new JsonObject().put("port", door.port()).put("certificate", door.certificate())),
                        () -> Replies.problem(
                                request.response(),
                                Problem.notFound("nothing listens over TLS: the scenario's replay speaks http-1.1")));
    }

    void audit(HttpServerRequest request) {
        answer(
                request,
                sources.runs().current().ledger().audit(),
                audit -> Replies.json(request.response(), json(audit)));
    }

    void receipts(HttpServerRequest request) {
        answer(request, sources.runs().current().ledger().receipts(), csv -> Replies.csv(request.response(), csv));
    }

    private <T> void answer(HttpServerRequest request, CompletionStage<T> asked, Consumer<T> answer) {
        var unused = asked.whenComplete((found, failure) -> {
            if (failure == null) {
                answer.accept(found);
            } else {
                sources.faults().happened("audit", failure);
                Replies.problem(request.response(), Problem.ourFault());
            }
        });
    }

    private static JsonObject json(Audit audit) {
        return new JsonObject()
                .put("paid", audit.paid())
                .put("issued", audit.issued())
                .put("refundable", audit.refundable())
                .put("duplicated", audit.duplicated())
                .put("submitted", audit.submitted())
                .put("lost", audit.lost())
                .put("paidWithoutQuota", audit.findings().paidWithoutQuota())
                .put("quotaLost", audit.findings().quotaLost())
                .put("unsigned", audit.findings().unsigned())
                .put("submittedWithoutStamps", audit.findings().submittedWithoutStamps());
    }

    void health(HttpServerRequest request) {
        StackRun run = sources.runs().current();
        Fidelity fidelity = tools.fidelity();
        Replies.json(
                request.response(),
                new JsonObject()
                        .put("ready", tools.readiness().obstacles().isEmpty())
                        .put("scenario", sources.scenario().name())
                        .put("seed", sources.scenario().seed())
                        .put("slice", sources.scenario().slice().toString())
                        .put("stampsSignedBy", tools.stampsSignedBy())
                        .put("thirdPartiesBy", tools.thirdPartiesBy())
                        .put("engineNs", run.time().nowNs())
                        .put("modelLateNs", fidelity.work().maxNs())
                        .put("modelLateCount", fidelity.work().count())
                        .put("alarmsLate", json(fidelity.alarms()))
                        .put("thirdPartiesLate", json(fidelity.calls()))
                        .put("keptBodiesBytes", sources.budget().heldBytes())
                        .put("bodiesRefused", sources.budget().refusalsOfRun())
                        .put("connections", sources.doors().open())
                        .put("connectionsLimit", sources.doors().limit())
                        .put("connectionsRefused", sources.doors().refused())
                        .put("faults", sources.faults().ofRun())
                        .put("lastFault", sources.faults().last())
                        .put("stations", stations(run))
                        .put("pools", pools(run)));
    }

    private static JsonObject json(Lateness lateness) {
        return new JsonObject()
                .put("count", lateness.count())
                .put("maxNs", lateness.maxNs())
                .put("totalNs", lateness.totalNs());
    }

    private JsonArray stations(StackRun run) {
        List<Station> settings = sources.scenario().stack().stations();
        JsonArray stations = new JsonArray();
        for (int i = 0; i < settings.size(); i++) {
            LiveStation station = run.stations().get(i);
            stations.add(new JsonObject()
                    .put("name", settings.get(i).name())
                    .put("waiting", station.waiting())
                    .put("busy", station.busy()));
        }
        return stations;
    }

    private JsonArray pools(StackRun run) {
        List<Pool> settings = sources.scenario().stack().pools();
        JsonArray pools = new JsonArray();
        for (int i = 0; i < settings.size(); i++) {
            LivePool pool = run.pools().get(i);
            pools.add(new JsonObject()
                    .put("name", settings.get(i).name())
                    .put("waiting", pool.waiting())
                    .put("busy", pool.busy()));
        }
        return pools;
    }
}
