package id.tenggat.policy;

import id.tenggat.policy.LimitGate.Sample;
import id.tenggat.scenario.ConcurrencyLimit.Aimd;
import id.tenggat.state.State;

/**
 * Up by one, down by a factor (Chiu and Jain, Computer Networks and ISDN Systems 17, 1989; as a concurrency limit:
 * Netflix, concurrency-limits). A station that is half empty learns nothing from what goes well.
 */
final class AimdLimit implements LimitGate.Limit {

    private final Aimd settings;
    private int limit;

    AimdLimit(Aimd settings) {
        this.settings = settings;
        limit = settings.range().initial();
    }

    @Override
    public int now() {
        return limit;
    }

    @Override
    public void learn(Sample sample) {
        boolean tooMany = sample.exit() == Gate.Exit.IN_VAIN
                || sample.insideNs() > settings.slow().toNanos();
        if (tooMany) {
            int fewer = Math.min(limit - 1, (int) (limit * settings.backoff()));
            limit = Math.max(settings.range().least(), fewer);
        } else if (2L * sample.inside() >= limit) {
            limit = Math.min(settings.range().most(), limit + 1);
        }
    }

    @Override
    public void carry(State state) {
        limit = state.of(limit);
    }
}
