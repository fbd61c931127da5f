package id.tenggat.report;

import id.tenggat.fixture.SmallRun;
import id.tenggat.recording.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class JsonSummaryTest {

    @TempDir
    Path temp;

    @Test
    void readsAsItAlwaysDid() throws IOException {
        SmallRun.write(temp);
        Golden.check("small.json", JsonSummary.of(Judged.of("small, by hand", Recording.read(temp))));
    }
}
