package id.tenggat.replay;

import io.gatling.core.controller.inject.open.OpenInjectionStep;
import scala.collection.AbstractIterator;
import scala.collection.Iterator;
import scala.concurrent.duration.FiniteDuration;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

/**
 * Gatling's view of {@link PlannedArrivals}: one step that yields every start, in whole milliseconds, at O(1) each.
 *
 * <p>Gatling 3.15 seals the trait in Scala source only, and its package-private members are public in bytecode.
 */
final class PlannedStep implements OpenInjectionStep {
    private static final long serialVersionUID = 1L;

    private final transient PlannedArrivals arrivals;

    PlannedStep(PlannedArrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public Iterator<FiniteDuration> chain(Iterator<FiniteDuration> following) {
        arrivals.start();
        return new Starts(arrivals, following);
    }

    @Override
    public long users() {
        return arrivals.size();
    }

    @Override
    public FiniteDuration duration() {
        return new FiniteDuration(arrivals.lengthMs(), MILLISECONDS);
    }

    @Override
    public int productArity() {
        return 1;
    }

    @Override
    public Object productElement(int position) {
        return users();
    }

    @Override
    public boolean canEqual(Object that) {
        return that instanceof PlannedStep;
    }

    private static final class Starts extends AbstractIterator<FiniteDuration> {
        private final PlannedArrivals arrivals;
        private final Iterator<FiniteDuration> following;
        private int index;

        Starts(PlannedArrivals arrivals, Iterator<FiniteDuration> following) {
            this.arrivals = arrivals;
            this.following = following;
        }

        @Override
        public boolean hasNext() {
            return index < arrivals.size() || following.hasNext();
        }

        @Override
        public FiniteDuration next() {
            return index < arrivals.size()
                    ? new FiniteDuration(arrivals.offsetMs(index++), MILLISECONDS)
                    : following.next();
        }
    }
}
