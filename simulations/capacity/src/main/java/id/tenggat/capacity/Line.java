package id.tenggat.capacity;

/** A doubly linked list of requests, threaded through {@link Requests}. */
final class Line {

    private final Requests requests;
    private int first = Requests.NONE;
    private int last = Requests.NONE;
    private int size;

    Line(Requests requests) {
        this.requests = requests;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The oldest, or {@link Requests#NONE}. */
    int first() {
        return first;
    }

    /** The newest, or {@link Requests#NONE}. */
    int last() {
        return last;
    }

    void add(int request) {
        requests.before[request] = last;
        requests.after[request] = Requests.NONE;
        if (last == Requests.NONE) {
            first = request;
        } else {
            requests.after[last] = request;
        }
        last = request;
        size++;
    }

    void remove(int request) {
        int before = requests.before[request];
        int after = requests.after[request];
        if (before == Requests.NONE) {
            first = after;
        } else {
            requests.after[before] = after;
        }
        if (after == Requests.NONE) {
            last = before;
        } else {
            requests.before[after] = before;
        }
        size--;
    }
}
