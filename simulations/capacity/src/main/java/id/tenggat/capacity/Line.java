package id.tenggat.capacity;

import id.tenggat.state.State;

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

    /** Who stands in front, or {@link Requests#NONE}. */
    int first() {
        return first;
    }

    /** Who stands at the end, or {@link Requests#NONE}. */
    int last() {
        return last;
    }

    /** At the end. */
    void add(int request) {
        insert(last, request, Requests.NONE);
    }

    /** Behind all of its rank or a lower one. Takes as many looks as there are of a higher rank. */
    void addByRank(int request) {
        int before = last;
        int after = Requests.NONE;
        while (before != Requests.NONE && requests.rank[before] > requests.rank[request]) {
            after = before;
            before = requests.before[before];
        }
        insert(before, request, after);
    }

    /** At the end, but before those who were begun at the same instant and come later by applicant, step and attempt. */
    void addByBeginning(int request) {
        int before = last;
        int after = Requests.NONE;
        while (before != Requests.NONE
                && requests.startedNs[before] == requests.startedNs[request]
                && requests.of(before) > requests.of(request)) {
            after = before;
            before = requests.before[before];
        }
        insert(before, request, after);
    }

    private void insert(int before, int request, int after) {
        requests.before[request] = before;
        requests.after[request] = after;
        if (before == Requests.NONE) {
            first = request;
        } else {
            requests.after[before] = request;
        }
        if (after == Requests.NONE) {
            last = request;
        } else {
            requests.before[after] = request;
        }
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

    /** Into an empty line. */
    void carry(State state) {
        int count = state.count(size, Integer.BYTES);
        int next = first;
        for (int i = 0; i < count; i++) {
            int request = state.index(next, requests.used());
            if (state.isReading()) {
                add(request);
            } else {
                next = requests.after[request];
            }
        }
    }
}
