#!/usr/bin/python3
"""W3, the deadline with retries, in SimPy 3: the question of deadline.yaml, written as a SimPy user would.

Question: how many seconds of CPU does SimPy take for the W3 that the benchmarks play?
Needs:    Debian's python3-simpy3 (the package python3-simpy is SimPy 2, another interface).
Run:      /usr/bin/python3 benchmarks/w3_simpy.py [PER_REGENCY [SEED]]

An applicant is a process, a request in the stack is another: the client waits for the answer or its timeout, whichever
comes first, and a request whose client has left stays in the queue and uses a worker all the same. Fewer applicants than
584 in each of the 514 regencies are far from the overload: only the full size may be compared.
"""

import math
import random
import sys
import time

import simpy

REGENCIES = 514
SPAN = 18 * 86400.0
TAU = 7200.0
TIMEOUT = 30.0
ATTEMPTS = 10
BACKOFF_MOST = 60.0
ROOM = 200
STATIONS = ((6, 1.2), (12, 2.6), (24, 4.8))
STEPS = (0, 1, 2, 0, 1, 2)
THINK_MU, THINK_SIGMA = math.log(20), 1.0


class Counts:
    """What came out."""

    def __init__(self):
        self.attempts = 0
        self.completed = 0
        self.wasted = 0


class Station:
    """Workers and a queue of bounded room."""

    def __init__(self, env, workers, mean):
        self.env = env
        self.workers = simpy.Resource(env, workers)
        self.rate = 1 / mean

    def is_full(self):
        return len(self.workers.queue) >= ROOM and self.workers.count == self.workers.capacity

    def serve(self, answer, counts):
        with self.workers.request() as worker:
            yield worker
            yield self.env.timeout(random.expovariate(self.rate))
        if answer.callbacks:
            answer.succeed()
        else:
            counts.wasted += 1


def applicant(env, stations, counts):
    """One applicant's journey."""
    for step in STEPS:
        pause = random.lognormvariate(THINK_MU, THINK_SIGMA)
        for attempt in range(ATTEMPTS):
            if env.now + pause > SPAN:
                return
            yield env.timeout(pause)
            counts.attempts += 1
            station = stations[step]
            if not station.is_full():
                answer = env.event()
                env.process(station.serve(answer, counts))
                patience = env.timeout(TIMEOUT)
                yield answer | patience
                if answer.triggered:
                    break
                answer.callbacks.clear()
            pause = min(BACKOFF_MOST, 2.0**attempt) * random.uniform(0.5, 1.5)
        else:
            return
    if env.now <= SPAN:
        counts.completed += 1


def arrivals(env, applicants, stations, counts):
    """Sorted draws with density proportional to 1/(T - t + tau), one after the other (Devroye 1986, V.3)."""
    pole = SPAN + TAU
    mass = math.log(pole / TAU)
    remaining = 1.0
    for left in range(applicants, 0, -1):
        remaining *= random.random() ** (1 / left)
        yield env.timeout(max(0.0, -pole * math.expm1(-(1 - remaining) * mass) - env.now))
        env.process(applicant(env, stations, counts))


class Counted(simpy.Environment):
    """An environment that counts its events."""

    events = 0

    def step(self):
        self.events += 1
        super().step()


def run(environment, applicants, seed):
    """Plays once: the environment, the counts, and the seconds of CPU."""
    random.seed(seed)
    env = environment()
    counts = Counts()
    stations = [Station(env, workers, mean) for workers, mean in STATIONS]
    env.process(arrivals(env, applicants, stations, counts))
    start = time.process_time()
    env.run()
    return env, counts, time.process_time() - start


def main():
    """Times a run, and counts the events in another that is not timed."""
    per_regency = int(sys.argv[1]) if len(sys.argv) > 1 else 584
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    applicants = REGENCIES * per_regency
    _, counts, seconds = run(simpy.Environment, applicants, seed)
    print(f"SimPy {simpy.__version__}, Python {sys.version.split()[0]}, {applicants:,} applicants, seed {seed}")
    print(f"attempts         {counts.attempts:,}")
    print(f"completed share  {counts.completed / applicants:.4f}")
    print(f"wasted requests  {counts.wasted:,}")
    print(f"CPU              {seconds:.1f} s, {seconds / counts.attempts * 1e9:,.0f} ns an attempt")
    env, _, _ = run(Counted, applicants, seed)
    print(f"events           {env.events:,}")


if __name__ == "__main__":
    main()
