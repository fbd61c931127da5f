package id.tenggat.stack;

/** Third parties played by timers: the delays and outcomes that are drawn, and nothing of the way there and back. */
record InProcessThirdParties(Fidelity fidelity) implements ThirdParties {

    @Override
    public void call(Call call, Caller caller) {
        EngineTime time = call.time();
        time.after(call.drawn().heldNs(), () -> {
            fidelity.calls().late(time.lateNs());
            caller.answered(call.drawn().isWell());
        });
    }
}
