package id.tenggat.target;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Addresses to which a name may lead. */
class ForbiddenTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, stands for no host",
        "0.1.2.3, stands for no host",
        "169.254.169.254, is link-local",
        "169.254.0.1, is link-local",
        "168.63.129.16, is where a cloud serves",
        "100.100.100.200, is where a cloud serves",
        "192.0.0.192, is where a cloud serves",
        "224.0.0.1, is multicast",
        "239.255.255.250, is multicast",
        "240.0.0.1, is reserved",
        "255.255.255.255, is reserved",
        "::, stands for no host",
        "::7f00:1, is an IPv4 address in disguise",
        "::127.0.0.1, is an IPv4 address in disguise",
        "::c000:201, is an IPv4 address in disguise",
        "fe80::1, is link-local",
        "febf::1, is link-local",
        "ff02::1, is multicast",
        "fd00:ec2::254, is where a cloud serves",
        "fd20:ce::254, is where a cloud serves",
        "64:ff9b::7f00:1, 'leads to 127.0.0.1, which is loopback'",
        "64:ff9b::a9fe:a9fe, 'leads to 169.254.169.254, which is link-local'",
        "2002:7f00:1::, 'leads to 127.0.0.1, which is loopback'",
        "2002:a9fe:a9fe::1, 'leads to 169.254.169.254, which is link-local'",
    })
    void nobodyMayHitThese(String address, String reason) {
        World world = new World().with("staging.example", address);
        assertThatThrownBy(() -> world.ask("https://staging.example"))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith("https://staging.example leads to ")
                .hasMessageContaining(", which " + reason)
                .hasMessageEndingWith("; no load is sent there, whoever agrees");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.2",
                "::1",
                "10.0.0.1",
                "192.168.1.1",
                "172.16.0.1",
                "100.64.0.1",
                "192.0.2.1",
                "223.255.255.255",
                "1.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "2001:db8::1",
                "fd00::1",
                "::2:0:0",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "fec0::1"
            })
    void theseMayBeHitOnceTheyAgree(String address) {
        assertThat(Forbidden.reason(World.address(address))).isEmpty();
    }
}
