package id.tenggat.stack;

/** What is entered into the ledger: a step done for an applicant. The same entry counts once, however often it is made. */
record Entry(int applicant, int step) {}
