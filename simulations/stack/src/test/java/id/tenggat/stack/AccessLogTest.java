package id.tenggat.stack;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessLogTest {

    private static final AccessLog.Outcome SERVED = new AccessLog.Outcome(200, 17, 512_345);

    @TempDir
    Path folder;

    /** A disk that takes nothing before it is allowed to. */
    private static final class SlowDisk extends OutputStream {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            asked.countDown();
            try {
                free.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            taken.write(bytes, offset, length);
        }
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void each_request_is_a_line() throws Exception {
        Path file = folder.resolve("access.jsonl");
        Files.writeString(file, "{\"before\":true}\n");
        try (AccessLog log = AccessLog.to(file);
                StackServer stack = StackServer.start(Scenarios.roomy(), StackOptions.onPort(0), Optional.of(log))) {
            Caller caller = new Caller(stack);
            caller.attempt(7, "sign-up");
            caller.get("/nowhere?secret=1");
            Caller.await(
                    "both are written",
                    () -> Scraped.from(caller).value("tenggat_access_log_lines_total", "fate", "written") >= 2);
        }

        List<String> lines = Files.readAllLines(file);
        JsonObject served = new JsonObject(lines.get(1));
        JsonObject nowhere = new JsonObject(lines.get(2));
        assertThat(lines.get(0)).isEqualTo("{\"before\":true}");
        assertThat(served.fieldNames())
                .containsExactly("at", "method", "path", "status", "bytes", "durationUs", "applicant", "step");
        assertThat(Instant.parse(served.getString("at"))).isBeforeOrEqualTo(Instant.now());
        assertThat(served.getString("method")).isEqualTo("POST");
        assertThat(served.getString("path")).isEqualTo("/journey/7/sign-up");
        assertThat(served.getInteger("status")).isEqualTo(200);
        assertThat(served.getInteger("bytes")).isPositive();
        assertThat(served.getLong("durationUs")).isGreaterThanOrEqualTo(1000);
        assertThat(served.getString("applicant")).isEqualTo("7");
        assertThat(served.getString("step")).isEqualTo("sign-up");
        assertThat(nowhere.getInteger("status")).isEqualTo(404);
        assertThat(nowhere.getString("path")).isEqualTo("/nowhere");
        assertThat(nowhere.containsKey("applicant")).isFalse();
    }

    @Test
    void a_client_that_leaves_has_no_status() throws Exception {
        Path file = folder.resolve("access.jsonl");
        try (AccessLog log = AccessLog.to(file);
                StackServer stack = StackServer.start(
                        Scenarios.of(List.of(station("portal", 1, 0, fixed(3_600_000))), List.of(), List.of()),
                        StackOptions.onPort(0),
                        Optional.of(log))) {
            Caller caller = new Caller(stack);
            StackServerTest.post(stack, "/journey/2/sign-up").close();
            Caller.await(
                    "it is counted",
                    () -> Scraped.from(caller).value("tenggat_http_requests_total", "status", "none") == 1);
        }

        assertThat(Files.readAllLines(file)).anySatisfy(line -> assertThat(line)
                .contains("\"path\":\"/journey/2/sign-up\",\"status\":null,\"bytes\":0"));
    }

    @Test
    void all_that_waits_is_written_at_the_end() throws IOException {
        Path file = folder.resolve("access.jsonl");
        AccessLog log = AccessLog.to(file);
        for (int i = 0; i < 1000; i++) {
            log.add("POST", "/journey/" + i + "/pay", SERVED);
        }
        log.close();
        log.close();

        assertThat(Files.readAllLines(file)).hasSize(1000);
        assertThat(log.written()).isEqualTo(1000);
        assertThat(log.dropped()).isZero();
    }

    @Test
    void a_slow_disk_drops_lines_and_holds_nobody_up() throws InterruptedException {
        SlowDisk disk = new SlowDisk();
        AccessLog log = new AccessLog(disk);
        log.add("GET", "/first", SERVED);
        disk.asked.await();
        for (int i = 0; i < AccessLog.WAITING_MAX + 5; i++) {
            log.add("GET", "/later", SERVED);
        }

        assertThat(log.dropped()).isEqualTo(5);
        disk.free.countDown();
        log.close();

        assertThat(log.written()).isEqualTo(1 + AccessLog.WAITING_MAX);
        assertThat(disk.taken.toString(StandardCharsets.UTF_8).lines()).hasSize(1 + AccessLog.WAITING_MAX);
    }

    @Test
    void a_full_disk_drops_lines_and_the_stack_goes_on() {
        AccessLog log = new AccessLog(new FullDisk());
        log.add("GET", "/", SERVED);
        log.add("GET", "/", SERVED);
        log.close();

        assertThat(log.dropped()).isEqualTo(2);
        assertThat(log.written()).isZero();
    }

    @Test
    void a_file_that_cannot_be_written_is_told_at_once() {
        assertThatThrownBy(() -> AccessLog.to(folder.resolve("none").resolve("access.jsonl"))
                        .close())
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void what_clients_put_into_a_path_stays_inside_its_line() {
        String json = new AccessLine(Instant.EPOCH, "GET", "/journey/1\"\n/pay", SERVED).json();

        assertThat(json).doesNotContain("\n");
        assertThat(new JsonObject(json).getString("applicant")).isEqualTo("1\"\n");
    }

    @Test
    void without_a_log_there_is_no_metric_of_one() throws Exception {
        try (StackServer stack = StackServer.start(Scenarios.roomy(), StackOptions.onPort(0))) {
            assertThat(Scraped.from(new Caller(stack)).types()).doesNotContainKey("tenggat_access_log_lines_total");
        }
    }
}
