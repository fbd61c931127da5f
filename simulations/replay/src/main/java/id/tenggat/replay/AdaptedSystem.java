package id.tenggat.replay;

import id.tenggat.adapter.Adapter;
import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Recorder;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Population;
import id.tenggat.scenario.Scenario;
import id.tenggat.target.Approach;
import id.tenggat.target.Permission;
import id.tenggat.target.Target;
import id.tenggat.target.TargetException;
import io.gatling.javaapi.http.HttpProtocolBuilder;

import java.util.List;
import java.util.Optional;

/** A system of the user's own, told by an adapter: it knows no scenario, and nothing of it can be asked beside the journey. */
public final class AdaptedSystem implements SystemUnderTest {

    private final Permission permission;
    private final String origin;
    private final Adapter adapter;
    private final Scenario scenario;
    private final List<Journey.Step> journey;
    private final Population population;
    private final Population.Numbering regencies;
    private final List<Payload> payloads;

    /**
     * A system that is told a scenario's journey by an adapter.
     *
     * @param permission to hit it, at the origin that its paths begin at
     * @param payloads what our own stack is sent at each step, for bodies that are to be the same
     */
    public AdaptedSystem(Permission permission, Adapter adapter, Scenario scenario, List<Payload> payloads) {
        this.permission = permission;
        origin = permission.target().origin().toString();
        this.adapter = adapter;
        this.scenario = scenario;
        journey = scenario.journey().steps();
        population = scenario.population();
        regencies = population.numbering();
        this.payloads = List.copyOf(payloads);
    }

    /** How an adapter means to reach a target: by its proxy, trusting whom it trusts. */
    public static Approach approach(Approach plain, Adapter adapter) {
        Approach direct = plain.trusting(Trust.of(adapter.wire().tls()).context());
        return adapter.wire()
                .proxy()
                .map(proxy -> direct.through(Target.parse(proxy.origin().toString())))
                .orElse(direct);
    }

    @Override
    public Permission permission() {
        return permission;
    }

    /** Nobody can be put into the middle of a journey that a system has not seen begin. */
    @Override
    public void check(Schedule schedule) {
        long inside = schedule.crowd().members().stream()
                .filter(member -> member.doneSteps() != 0)
                .count();
        if (inside > 0) {
            throw new TargetException(
                    "the slice \"%s\" begins with %d applicants in the middle of their journey, and %s"
                                    .formatted(schedule.scenario().slice(), inside, permission.target())
                            + " has not seen them begin; choose a slice without a window, as in \"fraction 5%\"");
        }
        if (permission.authorisation().isEmpty()) {
            new Reach(permission.target(), trust()).check();
        }
    }

    /** Load that belongs to nobody is not for somebody's system: the injector warms itself up. */
    @Override
    public WarmUp warmUp(Scenario rehearsed) {
        return new OwnWarmUp(this, rehearsed.wire());
    }

    /** The same somewhere else. */
    AdaptedSystem at(Permission elsewhere) {
        return new AdaptedSystem(elsewhere, adapter, scenario, payloads);
    }

    @Override
    public void preload(Crowd crowd) {}

    @Override
    public void begin(long startEpochMs, long intervalNs) {}

    @Override
    public Client client(int applicant) {
        return new AdaptedClient(this, applicant);
    }

    @Override
    public HttpProtocolBuilder over(HttpProtocolBuilder protocol) {
        HttpProtocolBuilder plain = protocol.disableUrlEncoding();
        return adapter.wire()
                .proxy()
                .map(proxy -> plain.proxy(Proxies.of(proxy)))
                .orElse(plain);
    }

    @Override
    public Trust trust() {
        return Trust.of(adapter.wire().tls());
    }

    @Override
    public Closing end(Journal journal, Recorder recorder) {
        return new Closing(Optional.empty(), List.of(), Optional.empty());
    }

    Adapter adapter() {
        return adapter;
    }

    String url(String path) {
        return origin + path;
    }

    String step(int step) {
        return journey.get(step).name();
    }

    Payload payload(int step) {
        return payloads.get(step);
    }

    /** How many applicants there are. */
    int applicants() {
        return population.applicants();
    }

    /** The code of an applicant's regency. */
    String regency(int applicant) {
        return population.regencies().get(regencies.of(applicant)).code();
    }
}
