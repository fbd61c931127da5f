package id.tenggat.state;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SnapshotFileTest {

    private static final SnapshotLabel LABEL = new SnapshotLabel(
            "ab".repeat(32), 42, "last 2h", "cd".repeat(32), 123_456_789, Instant.parse("2024-09-05T13:00:00Z"));
    private static final int VERSION_AT = 16;

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = folder.resolve("a.snapshot");
        SnapshotFile.write(file, LABEL, state -> state.of(7L));
    }

    @Test
    void isReadBackWithItsLabel() throws IOException {
        SnapshotFile snapshot = SnapshotFile.open(file);
        assertThat(snapshot.label()).isEqualTo(LABEL);
        snapshot.read(state -> assertThat(state.of(0L)).isEqualTo(7));
        assertThat(snapshot.<Integer>readBeginning(state -> state.of(1))).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing else is left").containsExactly(file);
        }
    }

    @Test
    void isTheSameBytesEachTimeAndReplacesWhatStoodThere() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, new byte[] {1});
        SnapshotFile.write(file, LABEL, state -> state.of(7L));
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void aFailedWriteLeavesTheOldOneAlone() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        assertThatThrownBy(() -> SnapshotFile.write(file, LABEL, state -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(file).hasBinaryContent(bytes);
        assertThat(folder.resolve("a.snapshot.new")).doesNotExist();
    }

    @Test
    void isRefusedWhereverItIsTorn() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused();
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertRefused();
    }

    @Test
    void isRefusedWhereverABitIsFlipped() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int bit = 0; bit < 8 * whole.length; bit += 7) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            assertRefused();
        }
    }

    private void assertRefused() {
        assertThatThrownBy(() -> SnapshotFile.open(file))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith(file + ": ")
                .message()
                .doesNotContain("\n")
                .matches(".*(with --stop-at|with --stop-at wrote)");
    }

    @Test
    void anotherVersionIsNamed() throws IOException {
        byte[] other = Files.readAllBytes(file);
        other[VERSION_AT + 3] = 99;
        Files.write(file, other);
        assertThatThrownBy(() -> SnapshotFile.open(file))
                .isInstanceOf(SnapshotException.class)
                .hasMessage(
                        file + ": format version 99, this program reads 3: use the version of the program that wrote"
                                + " it, or make it anew with --stop-at");
    }

    @Test
    void aWholeFileWithAnotherStateIsRefused() throws IOException, NoSuchAlgorithmException {
        SnapshotFile snapshot = SnapshotFile.open(file);
        assertThatThrownBy(() -> snapshot.read(state -> state.of(0)))
                .isInstanceOf(SnapshotException.class)
                .hasMessage(file + ": does not hold together: make it anew with --stop-at");
        byte[] labelled = Arrays.copyOf(Files.readAllBytes(file), VERSION_AT + 4 + 4);
        labelled[VERSION_AT + 4] = 0x7f;
        Files.write(file, signed(labelled));
        assertThatThrownBy(() -> SnapshotFile.open(file))
                .isInstanceOf(SnapshotException.class)
                .hasMessage(file + ": does not hold together: make it anew with --stop-at");
    }

    private static byte[] signed(byte[] content) throws NoSuchAlgorithmException {
        byte[] whole = Arrays.copyOf(content, content.length + 32);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
        System.arraycopy(digest, 0, whole, content.length, digest.length);
        return whole;
    }

    @Test
    void whatIsNoFileIsNoSnapshot() throws IOException {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> SnapshotFile.open(none))
                .isInstanceOf(SnapshotException.class)
                .hasMessage(none + ": is no file; name the snapshot that a run with --stop-at wrote");
        assertThatThrownBy(() -> SnapshotFile.open(folder)).isInstanceOf(SnapshotException.class);
        Path text = Files.writeString(folder.resolve("text"), "name: smoke\n".repeat(1000));
        assertThatThrownBy(() -> SnapshotFile.open(text))
                .isInstanceOf(SnapshotException.class)
                .hasMessage(text + ": is no snapshot, or torn; name the file that a run with --stop-at wrote");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() {
        Path nowhere = folder.resolve("none").resolve("a.snapshot");
        assertThatThrownBy(() -> SnapshotFile.write(nowhere, LABEL, state -> {}))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith(nowhere + ": cannot be written: ")
                .hasMessageEndingWith("check rights and free space");
    }
}
