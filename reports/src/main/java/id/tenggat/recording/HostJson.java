package id.tenggat.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code host.json}. */
final class HostJson {

    static final String NAME = "host.json";

    private HostJson() {}

    static void write(Path directory, Host host) {
        ObjectNode json = JsonFile.object();
        json.put("startedAt", host.startedAt().toString());
        host.endedAt().ifPresent(at -> json.put("endedAt", at.toString()));
        json.put("jvm", host.jvm()).put("os", host.os()).put("cores", host.cores());
        json.put("commandLine", host.commandLine());
        host.peakMemoryBytes().ifPresent(bytes -> json.put("peakMemoryBytes", bytes));
        json.put("tenggatVersion", host.tenggatVersion());
        host.stampsSignedBy().ifPresent(signer -> json.put("stampsSignedBy", signer));
        host.thirdPartiesBy().ifPresent(players -> json.put("thirdPartiesBy", players));
        host.clientsSpoke().ifPresent(words -> json.put("clientsSpoke", words));
        JsonFile.write(directory.resolve(NAME), json);
    }

    static Host read(Path directory) {
        JsonFields json = JsonFile.read(directory.resolve(NAME));
        return new Host(
                json.instant("startedAt"),
                json.has("endedAt") ? Optional.of(json.instant("endedAt")) : Optional.empty(),
                json.text("jvm"),
                json.text("os"),
                json.index("cores"),
                json.text("commandLine"),
                json.has("peakMemoryBytes") ? OptionalLong.of(json.whole("peakMemoryBytes")) : OptionalLong.empty(),
                json.text("tenggatVersion"),
                textIfThere(json, "stampsSignedBy"),
                textIfThere(json, "thirdPartiesBy"),
                textIfThere(json, "clientsSpoke"));
    }

    /** Older recordings have less. */
    private static Optional<String> textIfThere(JsonFields json, String name) {
        return json.has(name) ? Optional.of(json.text(name)) : Optional.empty();
    }
}
