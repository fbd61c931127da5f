package id.tenggat.arrival;

import id.tenggat.arrival.Crowd.Member;
import id.tenggat.state.State;
import id.tenggat.state.StateException;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CrowdTest {

    private static final Member PLAIN = new Member(4, 3, 1, 2, 0b111, 9_000_000_000L);

    private static Member losing(int lostQuota) {
        return new Member(4, 3, 1, 2, 0b111, lostQuota, 9_000_000_000L);
    }

    private static byte[] digest(Member... members) {
        MessageDigest digest = Schedule.sha256();
        new Crowd(List.of(members)).digestInto(digest);
        return digest.digest();
    }

    @Test
    void whoHasLostNoQuotaIsDigestedAsOneRow() {
        ByteBuffer row = ByteBuffer.allocate(28);
        row.putInt(4).putInt(3).putInt(1).putInt(2).putInt(0b111).putLong(9_000_000_000L);
        assertThat(digest(PLAIN)).isEqualTo(Schedule.sha256().digest(row.array()));
    }

    @Test
    void lostQuotaIsInTheDigest() {
        assertThat(digest(losing(0))).isEqualTo(digest(PLAIN));
        assertThat(digest(losing(1))).isNotEqualTo(digest(PLAIN)).isNotEqualTo(digest(losing(2)));
        assertThat(digest(losing(1), PLAIN)).isNotEqualTo(digest(PLAIN, losing(1)));
    }

    @Test
    void aCrowdIsCarriedThereAndBackWithItsLostQuota() {
        Crowd crowd = new Crowd(List.of(PLAIN, losing(3)));
        assertThat(readBack(State.bytesOf(crowd::carried))).isEqualTo(crowd);
    }

    @Test
    void lostQuotaBelowNoneIsRefused() {
        byte[] bytes = State.bytesOf(new Crowd(List.of(losing(1)))::carried);
        ByteBuffer.wrap(bytes).putInt(bytes.length - Long.BYTES - Integer.BYTES, -1);
        assertThatThrownBy(() -> readBack(bytes))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("a number of lost stamps");
    }

    private static Crowd readBack(byte[] bytes) {
        Crowd[] read = new Crowd[1];
        State.read(bytes, state -> read[0] = Crowd.NOBODY.carried(state));
        return read[0];
    }
}
