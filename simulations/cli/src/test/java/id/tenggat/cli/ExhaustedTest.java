package id.tenggat.cli;

import id.tenggat.recording.ConnectFailure;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RunStatus;
import id.tenggat.summary.Shortage;
import id.tenggat.summary.Strain;
import id.tenggat.summary.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** An injector's process runs out of descriptors or of local ports: the run comes to its end, is kept, and is INVALID for that. */
class ExhaustedTest {

    private static final String SMOKE = Repository.scenario("smoke.yaml");

    /** Enough for the libraries, and for half of the applicants. */
    private static final String FEW_FILES = "ulimit -n 320";

    private static final String FEW_PORTS =
            "ip link set lo up && echo '50000 50039' > /proc/sys/net/ipv4/ip_local_port_range";

    @TempDir
    private Path folder = Path.of("");

    /** Nobody is ever answered, so that everybody who is inside holds a connection. */
    @Test
    void whoMayOpenNoMoreFiles() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
                Launched replay = Launched.packaged(
                        folder,
                        FEW_FILES,
                        "replay",
                        SMOKE,
                        "--target",
                        "http://127.0.0.1:" + mute.getLocalPort(),
                        "--adapter",
                        Repository.scenario("adapters/tenggat-stack.yaml"),
                        "--warm-up",
                        "1s",
                        "--out",
                        folder.resolve("run").toString())) {
            assertEndsInvalid(replay);
        }
        assertThat(assertKeptAndInvalid(ConnectFailure.NO_FILE, Shortage.FILES).injector())
                .as("seconds at the limit")
                .anyMatch(second -> second.sockets().open() == second.sockets().limit());
    }

    /** In a network of its own, with the stack in it; everybody holds a connection for seconds. */
    @Test
    void whoHasNoMorePorts() throws Exception {
        assumeTrue(
                canHaveFewPorts(),
                "skipped: this machine gives nobody a network of their own with few ports (unshare -rn, ip, bash)");
        try (Launched replay = Launched.apart(
                folder,
                FEW_PORTS,
                "replay",
                slow(),
                "--third-parties",
                "in-process",
                "--warm-up",
                "0s",
                "--slip-limit",
                "60s",
                "--out",
                folder.resolve("run").toString())) {
            assertEndsInvalid(replay);
        }
        assertKeptAndInvalid(ConnectFailure.NO_PORT, Shortage.PORTS);
    }

    private static void assertEndsInvalid(Launched replay) throws InterruptedException {
        assertThat(replay.await()).as(replay.said()).isEqualTo(3);
        assertThat(replay.said()).contains("verdict: INVALID").doesNotContain("\tat ");
    }

    private static boolean canHaveFewPorts() throws InterruptedException {
        try {
            Process asked = new ProcessBuilder("unshare", "-rn", "bash", "-c", FEW_PORTS)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return asked.waitFor(60, TimeUnit.SECONDS) && asked.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** A first step of three seconds for as many as come. */
    private String slow() throws IOException {
        String text = Files.readString(Path.of(SMOKE))
                .replace("regencies-smoke.csv", Repository.scenario("regencies-smoke.csv"));
        String portal = "portal, workers: 16, queueLimit: 200, serviceTime: {exponential: {mean: 4ms}}";
        assertThat(text).contains(portal);
        return Files.writeString(
                        folder.resolve("slow.yaml"),
                        text.replace(portal, "portal, workers: 1000, queueLimit: 200, serviceTime: 3s"))
                .toString();
    }

    private Recording assertKeptAndInvalid(ConnectFailure failure, Shortage shortage) {
        Path kept = folder.resolve("run").resolve("replayed");
        Recording recording = Recording.read(kept);
        assertThat(recording.provenance().status()).isEqualTo(RunStatus.COMPLETE);
        Strain strain = Summary.of(recording).strain().orElseThrow();
        assertThat(strain.failures().of(failure)).isPositive();
        Told told = Told.by("gate", kept.toString());
        assertThat(told.out())
                .startsWith("INVALID")
                .contains("attempts failed at the injector itself, because " + shortage.words())
                .contains(shortage.wayOut());
        assertThat(told.status()).isEqualTo(3);
        return recording;
    }
}
