package id.tenggat.cli;

import javax.tools.ToolProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** A jar in the place of the benchmarks', whose mains print what they were asked and end, or wait. */
final class StandInBenchmarks {

    /** How the suites end. */
    static final int STATUS = 7;
    /** How a stack ends that is not as it should be. */
    static final int OUTSIDE = 4;
    /** A word on which the suites never end. */
    static final String WAIT = "for-ever";

    private static final String MAIN = """
            package id.tenggat.benchmarks%s;

            public class %s {
                public static void main(String[] words) throws Exception {
                    System.out.println("%2$s: " + String.join(" ", words));
                    if (java.util.List.of(words).contains("%s")) {
                        Thread.sleep(Long.MAX_VALUE);
                    }
                    System.exit(%d);
                }
            }
            """;

    private StandInBenchmarks() {}

    /** Builds it in a folder that looks like the repository's root. */
    static void build(Path home) throws IOException {
        Path target = Files.createDirectories(home.resolve("benchmarks").resolve("target"));
        try (OutputStream file = Files.newOutputStream(target.resolve("benchmarks.jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            add(jar, target, "", "Ratios", STATUS);
            add(jar, target, ".stamping", "ServiceTimes", 0);
            add(jar, target, "", "StackFidelity", OUTSIDE);
            add(jar, target, "", "LiveGateRates", 0);
        }
    }

    private static void add(JarOutputStream jar, Path target, String room, String name, int status) throws IOException {
        Path source = Files.writeString(target.resolve(name + ".java"), MAIN.formatted(room, name, WAIT, status));
        List<String> arguments = List.of("-d", target.toString(), source.toString());
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        String type = "id/tenggat/benchmarks" + room.replace('.', '/') + "/" + name + ".class";
        jar.putNextEntry(new JarEntry(type));
        jar.write(Files.readAllBytes(target.resolve(type)));
        jar.closeEntry();
    }
}
