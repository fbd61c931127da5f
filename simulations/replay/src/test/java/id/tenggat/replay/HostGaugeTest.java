package id.tenggat.replay;

import com.sun.management.UnixOperatingSystemMXBean;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;

import static org.assertj.core.api.Assertions.assertThat;

class HostGaugeTest {

    @Test
    void allFilesAreOpenWhereNoneIsLeftToCountThem() {
        UnixOperatingSystemMXBean atTheLimit = (UnixOperatingSystemMXBean) Proxy.newProxyInstance(
                HostGaugeTest.class.getClassLoader(),
                new Class<?>[] {UnixOperatingSystemMXBean.class},
                (bean, method, arguments) -> {
                    if (method.getName().equals("getMaxFileDescriptorCount")) {
                        return 320L;
                    }
                    throw new InternalError("errno: 24 error: Unable to open directory /proc/self/fd");
                });
        assertThat(HostGauge.files(atTheLimit)).isEqualTo(new HostGauge.Files(320, 320));
    }
}
