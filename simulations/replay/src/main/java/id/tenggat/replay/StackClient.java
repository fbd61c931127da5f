package id.tenggat.replay;

import id.tenggat.arrival.Crowd;
import id.tenggat.recording.Audit;
import id.tenggat.recording.StackFacts;
import id.tenggat.recording.StackHealth;
import id.tenggat.recording.StackTls;
import id.tenggat.recording.StationRow;
import id.tenggat.scenario.Scenario;
import id.tenggat.target.TargetException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stack's side entrance: what a replay tells it before and asks it after. */
final class StackClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI target;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            // Whatever proxy this JVM is set to: the way goes through nobody.
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    StackClient(URI target) {
        this.target = target;
    }

    /**
     * Refuses a stack that serves something else.
     *
     * @throws TargetException if its scenario, seed or slice is another
     */
    void requireSame(Scenario scenario) {
        StackHealth health = health();
        boolean same = health.scenario().equals(scenario.name())
                && health.seed() == scenario.seed()
                && health.slice().equals(scenario.slice().toString());
        if (!same) {
            throw new TargetException(
                    "%s serves %s, seed %d, slice \"%s\", but this replay is of %s, seed %d, slice \"%s\";"
                                    .formatted(
                                            target,
                                            health.scenario(),
                                            health.seed(),
                                            health.slice(),
                                            scenario.name(),
                                            scenario.seed(),
                                            scenario.slice())
                            + " start the stack with the same --seed and --slice");
        }
    }

    StackHealth health() {
        try {
            return StackFacts.health(get("/health"));
        } catch (IllegalArgumentException e) {
            throw new TargetException(target + " is no stack: " + e.getMessage());
        }
    }

    /** Where it listens over TLS. */
    StackTls tls() {
        try {
            return StackFacts.tls(get("/admin/tls"));
        } catch (IllegalArgumentException e) {
            throw new TargetException(target + " is no stack: " + e.getMessage());
        }
    }

    /** Who is inside already, and what the stack has done for them; nobody else is. */
    void preload(Crowd crowd) {
        String lines = crowd.members().stream()
                .filter(member -> member.doneSteps() != 0)
                .map(StackClient::line)
                .collect(Collectors.joining());
        post("/admin/crowd", lines);
    }

    private static String line(Crowd.Member member) {
        String lost = member.lostQuota() == 0 ? "" : "," + member.lostQuota();
        return member.applicant() + "," + member.doneSteps() + lost + "\n";
    }

    /** Engine time 0 is at this instant. */
    void begin(long startEpochMs, long intervalNs) {
        post("/admin/begin", "{\"startEpochMs\":" + startEpochMs + ",\"intervalNs\":" + intervalNs + "}");
    }

    /** The run is over. */
    void end() {
        post("/admin/end", "");
    }

    List<StationRow> stations(List<String> names) {
        return StackFacts.stations(get("/admin/stations"), names);
    }

    Audit audit() {
        return StackFacts.audit(get("/admin/audit"));
    }

    /** All that a receipt may be held against, in lines. */
    Stream<String> receipts() {
        return get("/admin/receipts").lines();
    }

    private void post(String path, String body) {
        send(request(path).POST(BodyPublishers.ofString(body)).build());
    }

    private String get(String path) {
        return send(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(target.resolve(path)).timeout(PATIENCE);
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new TargetException(request.uri() + " answered " + response.statusCode() + ": "
                        + response.body().strip() + "; a replay needs \"tenggat stack\" of the same scenario there");
            }
            return response.body();
        } catch (IOException e) {
            throw new TargetException(request.uri() + " does not answer (" + e + "); is the stack running?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("interrupted while waiting for " + request.uri());
        }
    }
}
