package id.tenggat.stack;

import id.tenggat.stamping.SpecimenDocument;
import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Somebody who calls a stack over HTTP. */
final class Caller {

    static final byte[] LETTER = new SpecimenDocument(1, 20_000).pdf();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Contract CONTRACT = new Contract();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String base;

    Caller(StackServer stack) {
        this(stack.port());
    }

    Caller(int port) {
        this(port, "");
    }

    private Caller(int port, String base) {
        this.port = port;
        this.base = base;
    }

    /** Who makes the same attempts in the rehearsal. */
    Caller rehearsing() {
        return new Caller(port, RehearsalStage.BASE);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return asDescribed(client.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every answer that anybody sees here must be as the OpenAPI file has it. */
    private static HttpResponse<byte[]> asDescribed(HttpResponse<byte[]> answer) {
        Map<String, String> headers = answer.headers().map().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.join(", ", entry.getValue())));
        List<String> faults = CONTRACT.faults(new Contract.Seen(
                answer.request().method(), answer.uri().getRawPath(), answer.statusCode(), headers, text(answer)));
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
        return answer;
    }

    HttpResponse<byte[]> get(String path) {
        return send(to(path).GET().build());
    }

    HttpResponse<byte[]> post(String path, BodyPublisher body) {
        return send(to(path).POST(body).build());
    }

    HttpResponse<byte[]> post(String path, String body) {
        return post(path, BodyPublishers.ofString(body));
    }

    /** The first attempt of a step, with an empty body or, to be stamped, a letter. */
    HttpResponse<byte[]> attempt(int applicant, String step) {
        return send(attempt(applicant, step, 0));
    }

    CompletableFuture<HttpResponse<byte[]>> attemptLater(int applicant, String step, int key) {
        return client.sendAsync(attempt(applicant, step, key), BodyHandlers.ofByteArray())
                .thenApply(Caller::asDescribed);
    }

    /** Whoever stands before a step: all steps before it are done. */
    Caller done(int applicant, String... steps) {
        for (String step : steps) {
            int status = attempt(applicant, step).statusCode();
            if (status != 200) {
                throw new AssertionError(step + " of " + applicant + " was answered " + status);
            }
        }
        return this;
    }

    /** For the first so many applicants these steps, as bits, are done before the run. */
    Caller crowd(int applicants, int doneSteps) {
        String lines = IntStream.range(0, applicants)
                .mapToObj(applicant -> applicant + "," + doneSteps + "\n")
                .collect(Collectors.joining());
        if (post("/admin/crowd", lines).statusCode() != 200) {
            throw new AssertionError("the crowd was refused");
        }
        return this;
    }

    HttpRequest attempt(int applicant, String step, int key) {
        return to(base + "/journey/" + applicant + "/" + step)
                .header("Tenggat-Attempt", Integer.toString(key))
                .header("Idempotency-Key", applicant + "-" + step)
                .header("Content-Type", step.startsWith("stamp") ? "application/pdf" : "application/json")
                .POST(step.startsWith("stamp") ? BodyPublishers.ofByteArray(LETTER) : BodyPublishers.noBody())
                .build();
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static JsonObject json(HttpResponse<byte[]> response) {
        return new JsonObject(text(response));
    }

    JsonObject audit() {
        return json(get("/admin/audit"));
    }

    JsonObject health() {
        return json(get("/health"));
    }

    /** How many wait at, or are served by, the first station. */
    int atFirstStation(String what) {
        return health().getJsonArray("stations").getJsonObject(0).getInteger(what);
    }

    /** Begins a measured run now. */
    void begin() {
        String body = "{\"startEpochMs\":" + System.currentTimeMillis() + ",\"intervalNs\":1000000}";
        if (post("/admin/begin", body).statusCode() != 200) {
            throw new IllegalStateException("no run began");
        }
    }

    /** The sum of a column over all stations and intervals that are cut. */
    long measured(String column) {
        String[] lines = text(get("/admin/stations")).split("\n", -1);
        int index = List.of(lines[0].split(",", -1)).indexOf(column);
        long sum = 0;
        for (int i = 1; i < lines.length - 1; i++) {
            sum += Long.parseLong(lines[i].split(",", -1)[index]);
        }
        return sum;
    }

    /** Looks until it is so. */
    static void await(String what, BooleanSupplier isSo) {
        long giveUpNanoTime = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > giveUpNanoTime) {
                throw new AssertionError("still not so after " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
