package id.tenggat.replay;

import io.gatling.app.SimulationClass;
import io.gatling.core.scenario.SimulationParams;
import io.gatling.javaapi.core.Simulation;

import java.util.function.Supplier;

/**
 * A simulation that our code makes, with its inputs, where Gatling would make one from the name of a class and leave
 * the inputs to static state. The class is sealed in Scala source only.
 */
final class MadeSimulation extends SimulationClass {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<? extends Simulation> maker;

    MadeSimulation(Supplier<? extends Simulation> maker) {
        super(Simulation.class);
        this.maker = maker;
    }

    @Override
    public SimulationParams params() {
        return maker.get().params(null);
    }

    @Override
    public int productArity() {
        return 0;
    }

    @Override
    public Object productElement(int position) {
        throw new IndexOutOfBoundsException(position);
    }

    @Override
    public boolean canEqual(Object that) {
        return that instanceof MadeSimulation;
    }
}
