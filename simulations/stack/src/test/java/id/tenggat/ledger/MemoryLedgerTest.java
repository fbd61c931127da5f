package id.tenggat.ledger;

import java.nio.file.Path;

class MemoryLedgerTest extends LedgerTest {

    @Override
    LedgerPlace place(Path folder) {
        return LedgerPlace.memory();
    }
}
