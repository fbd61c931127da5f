package id.tenggat.replay;

import id.tenggat.adapter.Adapter;
import id.tenggat.adapter.Template;
import id.tenggat.policy.Itinerary;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** One applicant who speaks to a system by an adapter, with what its answers have told so far. */
final class AdaptedClient implements Client {

    private final AdaptedSystem system;
    private final int applicant;
    private final Map<String, String> captured = new HashMap<>(4);

    AdaptedClient(AdaptedSystem system, int applicant) {
        this.system = system;
        this.applicant = applicant;
    }

    @Override
    public Dialogue attempt(Itinerary at) {
        return new AdaptedAttempt(system, this, at);
    }

    void keep(Map<String, String> values) {
        captured.putAll(values);
    }

    /** What variables stand for at an attempt. */
    Template.Values values(Itinerary at) {
        return variable -> switch (variable) {
            case "applicant" -> Integer.toString(applicant);
            case "regency" -> system.regency(applicant);
            case "step" -> system.step(at.step());
            case "attempt" -> Integer.toString(at.attemptKey());
            default -> told(variable);
        };
    }

    private String told(String variable) {
        if (variable.startsWith(Adapter.COLUMN)) {
            return system.adapter().people().field(applicant, variable.substring(Adapter.COLUMN.length()));
        }
        return Objects.requireNonNull(captured.get(variable), "the adapter's reader lets no capture be used too early");
    }
}
