package id.tenggat.stack;

import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/**
 * Applicants who try every step again and again, under the same key, until they are served, one after the other in a few
 * threads; and the receipts that they were given. Some are impatient, and send an attempt twice at once.
 */
final class PersistentClients {

    private static final List<String> STEPS = List.of("sign-up", "pay", "stamp-1", "stamp-2", "submit");

    /** A receipt as the ledger lists it: {@code step,number,applicant}. */
    final Set<String> receipts = ConcurrentHashMap.newKeySet();

    /** Answers that were none of these. */
    final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();

    private final AtomicInteger nextApplicant = new AtomicInteger();
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final IntSupplier port;
    private volatile boolean ending;

    /**
     * @param port where the stack listens now
     */
    PersistentClients(IntSupplier port, int count, long seed) {
        this.port = port;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            SplittableRandom own = random.split();
            threads.add(new Thread(() -> goOn(own), "client-" + i));
        }
        threads.forEach(Thread::start);
    }

    /** Applicants who handed in. */
    int completed() {
        return completed.get();
    }

    /** Receipts that said that the step had been done by an attempt before. */
    int repeated() {
        return repeated.get();
    }

    /** Lets everybody who has begun come to the end. */
    void end() throws InterruptedException {
        ending = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void goOn(SplittableRandom random) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        while (!ending) {
            int applicant = nextApplicant.getAndIncrement();
            if (applicant >= StackProcess.APPLICANTS) {
                return;
            }
            for (int step = 0; step < STEPS.size(); step++) {
                doStep(http, applicant, step, random.nextInt(4) == 0);
            }
            completed.incrementAndGet();
        }
    }

    private void doStep(HttpClient http, int applicant, int step, boolean impatient) {
        for (int attempt = 0; ; attempt++) {
            HttpRequest request = request(applicant, step, attempt);
            CompletableFuture<Boolean> twin = CompletableFuture.completedFuture(false);
            try {
                if (impatient) {
                    twin = http.sendAsync(request, BodyHandlers.ofByteArray())
                            .thenApply(response -> isKept(applicant, step, response))
                            .exceptionally(killed -> false);
                }
                boolean served = isKept(applicant, step, http.send(request, BodyHandlers.ofByteArray()));
                if (twin.join() || served) {
                    return;
                }
            } catch (IOException e) {
                if (twin.join()) {
                    return;
                }
                // The stack is being killed, or not there yet: that is what this is about.
                LockSupport.parkNanos(1_000_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** True if it was served; any answer but that is a surprise. */
    private boolean isKept(int applicant, int step, HttpResponse<byte[]> response) {
        if (response.statusCode() == 200) {
            keep(applicant, step, response);
            return true;
        }
        surprises.add(STEPS.get(step) + " " + Caller.text(response));
        return false;
    }

    private HttpRequest request(int applicant, int step, int attempt) {
        String name = STEPS.get(step);
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port.getAsInt() + "/journey/" + applicant + "/" + name))
                .timeout(Duration.ofSeconds(30))
                .header("Tenggat-Attempt", Integer.toString(Math.min(attempt, 99_999)))
                .header("Idempotency-Key", applicant + "-" + name)
                .header("Content-Type", name.startsWith("stamp") ? "application/pdf" : "application/json")
                .POST(
                        name.startsWith("stamp")
                                ? BodyPublishers.ofByteArray(Caller.LETTER)
                                : BodyPublishers.ofString("{}"))
                .build();
    }

    private void keep(int applicant, int step, HttpResponse<byte[]> response) {
        response.headers()
                .firstValue("Tenggat-Receipt")
                .ifPresent(number -> receipts.add(step + "," + number + "," + applicant));
        Predicate<String> isJson = type -> type.equals("application/json");
        if (response.headers().firstValue("Content-Type").filter(isJson).isPresent()
                && new JsonObject(Caller.text(response)).getBoolean("repeated")) {
            repeated.incrementAndGet();
        }
    }
}
