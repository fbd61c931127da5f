package id.tenggat.benchmarks;

import id.tenggat.capacity.Outcome;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import umontreal.ssj.simevents.eventlist.EventList;

/** The two sides of W1 and W3. */
public final class Sides {

    private Sides() {}

    /** The product's engine. */
    @State(Scope.Thread)
    public static class Product {

        /** Whether a recording is written, as it is in use, or the engine runs alone. */
        @Param({"on", "off"})
        public String recording = "on";

        Outcome play(Question question) {
            return recording.equals("on") ? Play.recorded(question) : Play.unrecorded(question);
        }
    }

    /** SSJ with each of its event lists. */
    @State(Scope.Thread)
    public static class Ssj {

        /** The event list, by SSJ's name. */
        @Param({"BinaryTree", "DoublyLinked", "Henriksen", "RedblackTree", "SplayTree"})
        public String list = "BinaryTree";

        EventList newList() {
            return EventLists.named(list);
        }
    }
}
