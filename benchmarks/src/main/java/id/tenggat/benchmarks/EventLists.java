package id.tenggat.benchmarks;

import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.DoublyLinked;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** SSJ's event lists by name. */
final class EventLists {

    private EventLists() {}

    /**
     * A new, empty list.
     *
     * @param name the simple name of SSJ's class
     * @throws IllegalArgumentException if SSJ has no list of this name
     */
    static EventList named(String name) {
        return switch (name) {
            case "BinaryTree" -> new BinaryTree();
            case "DoublyLinked" -> new DoublyLinked();
            case "Henriksen" -> new Henriksen();
            case "RedblackTree" -> new RedblackTree();
            case "SplayTree" -> new SplayTree();
            default ->
                throw new IllegalArgumentException("found event list " + name
                        + "; may stand: BinaryTree, DoublyLinked, Henriksen, RedblackTree, SplayTree");
        };
    }
}
