package id.tenggat.replay;

import io.gatling.commons.util.GatlingVersion$;
import scala.Option;

import java.lang.reflect.Field;

/**
 * Gatling's question to Maven Central for its latest release, answered here once for the life of the JVM.
 *
 * <p>The chart pages ask it, not only the runner, and no setting stops them; the answer is a lazy value, kept in the
 * user's preferences beside. It is filled in by reflection before anybody asks: the latest release is the one in use.
 */
final class ReleaseCheck {
    private ReleaseCheck() {}

    /** @throws IllegalStateException if this Gatling keeps the answer elsewhere: better no run than a call home */
    static void answer() {
        GatlingVersion$ version = GatlingVersion$.MODULE$;
        synchronized (version) {
            set("LatestRelease", Option.apply(version.ThisVersion()));
            set("bitmap$0", true);
        }
    }

    private static void set(String name, Object value) {
        try {
            Field field = GatlingVersion$.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(null, value);
        } catch (ReflectiveOperationException elsewhere) {
            throw new IllegalStateException(
                    "Gatling's release check can't be answered: no field " + name + " in " + GatlingVersion$.class,
                    elsewhere);
        }
    }
}
