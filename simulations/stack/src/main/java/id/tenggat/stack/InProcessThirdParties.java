package id.tenggat.stack;

/** Third parties played by timers: the delays and outcomes that are drawn, and nothing of the way there and back. */
record InProcessThirdParties(EngineTime time, Fidelity fidelity) implements ThirdParties {

    @Override
    public void call(Call call, Caller caller) {
        long dueNs = time.nowNs() + call.drawn().heldNs();
        time.after(call.drawn().heldNs(), () -> {
            fidelity.calls().late(Math.max(0, time.nowNs() - dueNs));
            caller.answered(call.drawn().isWell());
        });
    }
}
