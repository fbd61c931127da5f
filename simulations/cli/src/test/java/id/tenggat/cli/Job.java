package id.tenggat.cli;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A service's job on this machine: a shell in a workspace that holds {@code load/smoke.yaml}, and a checkout whose launcher
 * is the class path of this test.
 */
final class Job {

    private static final long PATIENCE_SECONDS = 240;

    private final Path folder;

    /** What a shell said, and its exit status. */
    record Ended(int status, String said) {}

    Job(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(workspace().resolve("load"));
        for (String file : List.of("smoke.yaml", "regencies-smoke.csv")) {
            Files.copy(
                    Repository.root().resolve("scenarios").resolve(file),
                    workspace().resolve("load/" + file));
        }
        Files.createDirectories(checkout().resolve(".github/actions/gate"));
        launcher(checkout().resolve("tenggat"));
    }

    Path workspace() {
        return folder.resolve("workspace");
    }

    Path checkout() {
        return folder.resolve("checkout");
    }

    /** The scenario asks for what nothing can do. */
    void askTooMuch() throws IOException {
        Path scenario = workspace().resolve("load/smoke.yaml");
        Files.writeString(
                scenario, Files.readString(scenario).replace("stamp-letter p99 < 2s", "stamp-letter p99 < 1us"));
    }

    /** The scenario asks for no regression, and six runs of it are kept in {@code load/base line.jsonl}. */
    void keepBaseline() throws IOException {
        Path scenario = workspace().resolve("load/smoke.yaml");
        Files.writeString(
                scenario,
                Files.readString(scenario)
                        .replace("objectives:\n", "objectives:\n  - stamp-letter p99 no worse than baseline by 10%\n"));
        Told told = Told.by(
                "simulate",
                scenario.toString(),
                "--replications",
                "6",
                "--append-to",
                workspace().resolve("load/base line.jsonl").toString(),
                "--out",
                folder.resolve("before").toString());
        if (told.status() != 0) {
            throw new AssertionError(told.err());
        }
    }

    private static void launcher(Path file) throws IOException {
        Files.writeString(file, """
                #!/bin/sh
                exec "%s/bin/java" -cp "%s" %s "$@"
                """.formatted(
                        System.getProperty("java.home"), System.getProperty("java.class.path"), Main.class.getName()));
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " can't be made executable");
        }
    }

    /** Runs a script as services do: it ends at the first command that fails. */
    Ended run(String script, Map<String, String> environment) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.sh"), script);
        File said = folder.resolve("said.txt").toFile();
        List<String> line = new ArrayList<>(List.of("bash", "--noprofile", "--norc", "-eo", "pipefail"));
        line.add(file.toString());
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(workspace().toFile())
                .redirectErrorStream(true)
                .redirectOutput(said);
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("still runs after " + PATIENCE_SECONDS + " s");
        }
        return new Ended(process.exitValue(), Files.readString(said.toPath()));
    }

    /** A YAML file's root. */
    static Map<?, ?> yaml(Path file) throws IOException {
        return (Map<?, ?>) yaml(Files.readString(file));
    }

    static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    /** The list under this key. */
    static List<?> listUnder(Map<?, ?> map, String key) {
        if (map.get(key) instanceof List<?> list) {
            return list;
        }
        throw new AssertionError("no list " + key + " in " + map);
    }

    /** What stands under these keys, one within the other. */
    static Map<?, ?> under(Map<?, ?> map, String... keys) {
        Map<?, ?> found = map;
        for (String key : keys) {
            if (!(found.get(key) instanceof Map<?, ?> next)) {
                throw new AssertionError("no " + key + " in " + found);
            }
            found = next;
        }
        return found;
    }
}
