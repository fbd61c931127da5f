#!/usr/bin/env python3
"""Has qpdf's library judge what MutationTest wrote to -Dtenggat.mutations.accepted, all in one process.

    apt-get install python3-pikepdf
    python3 judge_accepted.py FILE

FILE may be a named pipe, so that nothing is kept. A stamped document may be no worse than the mutant that it was made from.
Prints the seeds where it is, and exits with 1 if there are any.
"""
import io
import logging
import struct
import sys

import pikepdf

HEADER = struct.Struct(">qii")


def complaints(pdf: bytes) -> int:
    """0 nothing, 1 something to warn of, 2 an error: as the exit status of qpdf --check tells."""
    try:
        with pikepdf.open(io.BytesIO(pdf), suppress_warnings=True) as document:
            return 1 if document.check() or document.get_warnings() else 0
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return 2


def pairs(file):
    while header := file.read(HEADER.size):
        seed, mutant_length, stamped_length = HEADER.unpack(header)
        yield seed, mutant_length, file.read(stamped_length)


def main(path: str) -> int:
    logging.disable(logging.CRITICAL)
    judged = worse = 0
    with open(path, "rb") as file:
        for seed, mutant_length, stamped in pairs(file):
            judged += 1
            before, after = complaints(stamped[:mutant_length]), complaints(stamped)
            if after > before:
                worse += 1
                print(f"seed {seed}: {before} before the stamp, {after} after it")
    print(f"{judged} judged, {worse} worse")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
