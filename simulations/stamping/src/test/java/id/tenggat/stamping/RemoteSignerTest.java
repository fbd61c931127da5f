package id.tenggat.stamping;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

final class RemoteSignerTest {

    private final List<Long> pauses = new ArrayList<>();

    private final Signer near = (digest, signature) -> {
        signature[0] = digest[0];
        return 1;
    };

    @Test
    void itAnswersAsTheSignerBehindItAfterTheModelledTime() throws Exception {
        Iterator<Long> latencies = List.of(3_000_000L, 0L).iterator();
        RemoteSigner remote = new RemoteSigner(near, latencies::next, pauses::add);
        byte[] signature = new byte[1];

        assertThat(remote.sign(new byte[] {7}, signature)).isEqualTo(1);
        assertThat(remote.sign(new byte[] {7}, signature)).isEqualTo(1);

        assertThat(signature).containsExactly(7);
        assertThat(pauses).containsExactly(3_000_000L, 0L);
    }

    @Test
    void aModelThatGoesBackInTimeIsAFault() {
        RemoteSigner remote = new RemoteSigner(near, () -> -1, pauses::add);

        assertThatIllegalStateException()
                .isThrownBy(() -> remote.sign(new byte[] {7}, new byte[1]))
                .withMessageContaining("-1 ns");
        assertThat(pauses).isEmpty();
    }
}
